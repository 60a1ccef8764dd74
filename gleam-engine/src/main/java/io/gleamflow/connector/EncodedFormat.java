package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A format of UTF-8 in another encoding. UTF-16 is written highest byte first, with a mark at the start of the file. */
final class EncodedFormat implements RowFormat {

    private final RowFormat format;
    private final Charset encoding;
    private final CharsetEncoder encoder;
    private final boolean marked;
    private final Bytes utf8 = new Bytes(1024);

    /**
     * @throws SourceException when the encoding has not all characters of the names
     */
    EncodedFormat(RowFormat format, Charset encoding) throws SourceException {
        this.format = format;
        this.encoding = encoding;
        this.marked = encoding.equals(StandardCharsets.UTF_16);
        this.encoder = (marked ? StandardCharsets.UTF_16BE : encoding)
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Bytes head = new Bytes(256);
        String wrong = encode(format.head(), format.head().length, head);
        if (!wrong.isEmpty()) {
            throw new SourceException("the names of the columns: " + wrong);
        }
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        utf8.clear();
        String wrong = format.append(bytes, start, end, utf8);
        return wrong.isEmpty() ? encode(utf8.array(), utf8.length(), out) : wrong;
    }

    private String encode(byte[] text, int length, Bytes out) {
        CharBuffer chars;
        try {
            chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, length));
        } catch (CharacterCodingException e) {
            return "there are bytes that are no UTF-8, which cannot become " + encoding.name();
        }
        try {
            ByteBuffer encoded = encoder.encode(chars);
            out.put(encoded.array(), encoded.arrayOffset(), encoded.limit());
            return "";
        } catch (CharacterCodingException e) {
            int point = Character.codePointAt(chars, 0);
            return String.format(
                    "the character %s (U+%04X) is none of %s", Character.toString(point), point, encoding.name());
        }
    }

    @Override
    public byte[] head() {
        Bytes out = new Bytes(256);
        if (marked) {
            out.put(0xfe);
            out.put(0xff);
        }
        encode(format.head(), format.head().length, out);
        return out.copy();
    }

    @Override
    public byte[] between() {
        return fixed(format.between());
    }

    @Override
    public byte[] tail() {
        return fixed(format.tail());
    }

    private byte[] fixed(byte[] text) {
        Bytes out = new Bytes(16);
        encode(text, text.length, out);
        return out.copy();
    }
}
