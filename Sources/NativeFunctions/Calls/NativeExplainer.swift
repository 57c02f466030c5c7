import Glibc

/// Finds the words for a failed call.
struct NativeExplainer {
    private enum Way {
        case none
        case errno
        case function(@convention(c) (Int32) -> UnsafePointer<CChar>?)
        case lastError(@convention(c) () -> UnsafePointer<CChar>?)
        case parameter(Int)
    }
    private let way: Way

    /// Looks the functions up.
    init(_ explanation: NativeExplanation, in library: NativeLibrary) throws(NativeLoadFailure) {
        switch explanation {
        case .none: way = .none
        case .errno: way = .errno
        case .parameter(let index): way = .parameter(index)
        case .function(let symbol):
            way = .function(
                unsafeBitCast(
                    try library.function(symbol), to: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self))
        case .lastError(let symbol):
            way = .lastError(
                unsafeBitCast(try library.function(symbol), to: (@convention(c) () -> UnsafePointer<CChar>?).self))
        }
    }

    /// The words, if there are any.
    ///
    /// - Parameters:
    ///   - code: What was returned.
    ///   - text: The text a parameter holds.
    func words(errno: Int32, code: Int32, text: (Int) -> UnsafeMutableRawPointer?) -> String? {
        switch way {
        case .none: nil
        case .errno: errno == 0 ? nil : "\(String(cString: strerror(errno))) (errno \(errno))"
        case .function(let function): function(code).map { Self.text($0) }
        case .lastError(let function): function().map { Self.text($0) }
        case .parameter(let index): text(index).map { Self.text($0.assumingMemoryBound(to: CChar.self)) }
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>) -> String {
        String(
            decoding: UnsafeRawBufferPointer(start: pointer, count: strnlen(pointer, wordsBytesMax)), as: UTF8.self)
    }

    private static let wordsBytesMax = 4_096
}
