import CCrypto

/// PEM files in memory.
enum PEMFile {
    /// Lends a file's bytes to one of libcrypto's readers.
    static func reading<Answer>(_ bytes: [UInt8], _ body: (OpaquePointer?) -> Answer) -> Answer {
        bytes.withUnsafeBytes { bytes in
            let file = BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count))
            defer { BIO_free(file) }
            return body(file)
        }
    }

    /// What one of libcrypto's writers writes.
    ///
    /// - Parameter body: Gives 1 when it has written.
    static func written(_ body: (OpaquePointer?) -> Int32) -> [UInt8] {
        let file = BIO_new(BIO_s_mem())
        defer { BIO_free(file) }
        let done = body(file)
        precondition(done == 1, "libcrypto cannot write a key to memory")
        return [UInt8](unsafeUninitializedCapacity: BIO_ctrl_pending(file)) { buffer, count in
            count = Int(max(0, BIO_read(file, buffer.baseAddress, Int32(buffer.count))))
        }
    }
}
