/*
 * Runs a command and says what it and all that it starts have needed:
 *
 *   measure FILE COMMAND [ARGUMENT...]
 *
 * writes to FILE "seconds cpu rss processes": wall time until the command has ended, user and system time of all
 * processes, the greatest sum of the resident memory of all processes at one moment in thousands of bytes, and how many they were then.
 * Pages that processes share count once for each of them. Exits as the command does.
 *
 * The command's descendants are found through this process, which adopts those whose parent has ended (Linux only).
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 65536

static int pids[MOST];
static int parents[MOST];
static char inside[MOST];

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

/* the beginning of a file of /proc; -1 when the process is gone */
static int slurp(int pid, const char *name, char *to, int size) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    int n = read(fd, to, size - 1);
    close(fd);
    if (n < 0) return -1;
    to[n] = 0;
    return n;
}

/* resident memory, in thousands of bytes, of all descendants of this process, and how many there are */
static long sample(int *processes) {
    char text[1024];
    int n = 0;
    *processes = 0;
    DIR *proc = opendir("/proc");
    if (!proc) return 0;
    for (struct dirent *e; (e = readdir(proc)) && n < MOST;) {
        if (!isdigit((unsigned char) e->d_name[0])) continue;
        int pid = atoi(e->d_name);
        if (slurp(pid, "stat", text, sizeof text) < 0) continue;
        /* the name in parentheses may have anything in it */
        char *behind = strrchr(text, ')');
        if (!behind) continue;
        pids[n] = pid;
        parents[n] = atoi(behind + 4);
        inside[n++] = 0;
    }
    closedir(proc);
    int self = getpid();
    long pages = 0;
    for (int more = 1; more;) {
        more = 0;
        for (int i = 0; i < n; i++) {
            if (inside[i]) continue;
            int yes = parents[i] == self;
            for (int j = 0; j < n && !yes; j++) yes = inside[j] && pids[j] == parents[i];
            if (!yes) continue;
            inside[i] = 1;
            more = 1;
            long size, resident;
            if (slurp(pids[i], "statm", text, sizeof text) > 0 && sscanf(text, "%ld %ld", &size, &resident) == 2) {
                pages += resident;
                ++*processes;
            }
        }
    }
    return pages * sysconf(_SC_PAGESIZE) / 1000;
}

static double seconds(struct timeval t) {
    return t.tv_sec + t.tv_usec / 1e6;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "measure FILE COMMAND [ARGUMENT...]\n");
        return 2;
    }
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    double start = now(CLOCK_MONOTONIC);
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        return 2;
    }
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    long peak = 0;
    int most = 0;
    int status = 0;
    double end = 0;
    /* the main process waits in sigtimedwait, so the end of the command is seen at once */
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (;;) {
        int ended, s;
        while ((ended = waitpid(-1, &s, WNOHANG)) > 0) {
            if (ended == child) {
                status = s;
                end = now(CLOCK_MONOTONIC);
            }
        }
        /* what the command has left behind is waited for, because its CPU time belongs to it */
        if (ended < 0 && errno == ECHILD) break;
        double before = now(CLOCK_THREAD_CPUTIME_ID);
        int processes;
        long kb = sample(&processes);
        if (kb > peak) {
            peak = kb;
            most = processes;
        }
        /* looking takes a fiftieth of one core at most */
        double pause = 50 * (now(CLOCK_THREAD_CPUTIME_ID) - before);
        if (pause < 0.005) pause = 0.005;
        struct timespec t = {(time_t) pause, (long) ((pause - (long) pause) * 1e9)};
        sigtimedwait(&set, NULL, &t);
    }
    struct rusage all;
    getrusage(RUSAGE_CHILDREN, &all);
    /* whoever was too short to be seen, and the peak of a single process between two looks */
    long largest = all.ru_maxrss * 1024 / 1000;
    if (largest > peak) peak = largest;
    if (!most) most = 1;
    FILE *out = fopen(argv[1], "w");
    if (!out) {
        perror(argv[1]);
        return 2;
    }
    fprintf(out, "%.3f %.3f %ld %d\n", end - start, seconds(all.ru_utime) + seconds(all.ru_stime), peak, most);
    fclose(out);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
