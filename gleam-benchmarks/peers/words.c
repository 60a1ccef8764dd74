/* Word count in one pass with a hash table: words of letters and digits, each with its count, in no order. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    uint64_t hash;
    uint32_t start, length;
    long count;
} Entry;

static Entry *entries;
static size_t slots = 1 << 16, used;
static char *letters;
static size_t lettersUsed, lettersRoom = 1 << 20;
static unsigned char isWord[256];

static void grow(void) {
    Entry *old = entries;
    size_t size = slots;
    slots *= 2;
    entries = calloc(slots, sizeof *entries);
    for (size_t i = 0; i < size; i++) {
        if (!old[i].count) continue;
        size_t slot = old[i].hash & (slots - 1);
        while (entries[slot].count) slot = (slot + 1) & (slots - 1);
        entries[slot] = old[i];
    }
    free(old);
}

static void count(const char *word, size_t length, uint64_t hash) {
    size_t slot = hash & (slots - 1);
    for (;; slot = (slot + 1) & (slots - 1)) {
        Entry *e = &entries[slot];
        if (!e->count) break;
        if (e->hash == hash && e->length == length && !memcmp(letters + e->start, word, length)) {
            e->count++;
            return;
        }
    }
    if (lettersUsed + length > lettersRoom) letters = realloc(letters, lettersRoom = 2 * lettersRoom + length);
    memcpy(letters + lettersUsed, word, length);
    entries[slot] = (Entry) {hash, (uint32_t) lettersUsed, (uint32_t) length, 1};
    lettersUsed += length;
    if (++used * 2 > slots) grow();
}

int main(void) {
    size_t room = 1 << 18, kept = 0;
    char *block = malloc(room);
    entries = calloc(slots, sizeof *entries);
    letters = malloc(lettersRoom);
    for (int c = 0; c < 256; c++) isWord[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    for (;;) {
        if (kept == room) block = realloc(block, room *= 2);
        ssize_t n = read(0, block + kept, room - kept);
        size_t end = kept + (n > 0 ? n : 0), at = 0;
        for (;;) {
            while (at < end && !isWord[(unsigned char) block[at]]) at++;
            size_t start = at;
            uint64_t hash = 14695981039346656037u;
            while (at < end && isWord[(unsigned char) block[at]]) hash = (hash ^ (unsigned char) block[at++]) * 1099511628211u;
            /* a word that touches the end of the block may go on in the next */
            if (at == end && n > 0) {
                kept = end - start;
                memmove(block, block + start, kept);
                break;
            }
            if (at == start) {
                kept = 0;
                break;
            }
            count(block + start, at - start, hash ^ (hash >> 32));
        }
        if (n <= 0) break;
    }
    for (size_t i = 0; i < slots; i++) {
        if (entries[i].count) printf("%.*s,%ld\n", (int) entries[i].length, letters + entries[i].start, entries[i].count);
    }
    return 0;
}
