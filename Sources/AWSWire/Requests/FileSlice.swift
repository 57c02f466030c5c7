/// Bytes of a reply that lie in an open file: they go from there to the client without a copy in memory.
package struct FileSlice: Sendable {
    /// An open descriptor, for reading by position. Valid as long as the slice.
    package let descriptor: Int32
    /// The first byte's position in the file.
    package let offset: Int
    /// How many bytes.
    package let count: Int
    /// Closes the descriptor when the last slice is gone.
    private let owner: any AnyObject & Sendable

    /// Bytes of a file that stays open as long as its owner lives.
    package init(descriptor: Int32, offset: Int, count: Int, owner: any AnyObject & Sendable) {
        self.descriptor = descriptor
        self.offset = offset
        self.count = count
        self.owner = owner
    }
}
