/// Turns byte offsets into lines and columns.
enum TextPlace {
    /// The line and the column, in Unicode scalars, of a byte; both counted from 1. Lines end with LF, CR LF or CR.
    static func lineAndColumn(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for position in 0..<min(offset, text.count) {
            switch text[position] {
            case 0x0D where position + 1 < text.count && text[position + 1] == 0x0A: break
            case 0x0A, 0x0D:
                line += 1
                column = 1
            case 0x80...0xBF: break
            default: column += 1
            }
        }
        return (line, column)
    }
}
