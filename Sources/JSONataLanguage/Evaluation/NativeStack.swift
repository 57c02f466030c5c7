import Glibc

/// Keeps recursion within whatever stack the caller's thread has.
///
/// Recursion here is bounded by counted limits, never by the stack's size, so that an expression ends the same way on
/// every thread. Where the counted depth needs more stack than a small thread has, the next levels run on the stack of
/// a helper thread for which the caller waits. Relied upon: 256 KiB free at the start.
final class NativeStack {
    /// Stack that may be used on the caller's own thread before the first helper is asked.
    private static let ownBytesMax = 128 << 10
    /// The stack of a helper thread.
    private static let helperBytes = 4 << 20
    /// How much of it may be used before the next helper is asked.
    private static let helperBytesMax = 3 << 20

    private var start: UInt
    private var bytesMax: Int

    /// Measures from here.
    init() {
        start = Self.here
        bytesMax = Self.ownBytesMax
    }

    /// Whether the next level has to run on another stack.
    @inline(__always) var isLow: Bool { Int(bitPattern: start &- Self.here) > bytesMax }

    /// Computes something on a fresh stack while this one waits.
    func continued<Result>(_ body: () throws(JSONataError) -> Result) throws(JSONataError) -> Result {
        let (oldStart, oldBytesMax) = (start, bytesMax)
        defer { (start, bytesMax) = (oldStart, oldBytesMax) }
        var outcome: Swift.Result<Result, JSONataError>?
        let isRun = Self.onHelper {
            start = Self.here
            bytesMax = Self.helperBytesMax
            do throws(JSONataError) { outcome = .success(try body()) } catch { outcome = .failure(error) }
        }
        guard isRun, let outcome else { throw .tooDeep }
        return try outcome.get()
    }

    /// About where the stack ends now. Stacks grow downwards on every platform there is.
    @inline(__always) private static var here: UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }

    /// Runs work on a new thread and waits for it; `false` when no thread can be had.
    private static func onHelper(_ work: () -> Void) -> Bool {
        withoutActuallyEscaping(work) { work in
            var attributes = pthread_attr_t()
            guard pthread_attr_init(&attributes) == 0 else { return false }
            defer { pthread_attr_destroy(&attributes) }
            pthread_attr_setstacksize(&attributes, helperBytes)
            let job = Unmanaged.passRetained(Job(work))
            var thread = pthread_t()
            let status = pthread_create(
                &thread, &attributes,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work()
                    return nil
                }, job.toOpaque())
            guard status == 0 else {
                job.release()
                return false
            }
            pthread_join(thread, nil)
            return true
        }
    }

    private final class Job {
        let work: () -> Void

        init(_ work: @escaping () -> Void) { self.work = work }
    }
}
