import Glibc

extension FileSlice {
    /// All its bytes; `nil` when the file cannot be read. Blocks.
    package func bytes() -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
                guard got > 0 else {
                    isWhole = false
                    break
                }
                done += got
            }
        }
        return isWhole ? bytes : nil
    }
}
