import CNewelPlugin

extension Invocation {
    /// Runs a body that answers the call, in a task that is cancelled when the host asks for the end.
    ///
    /// Here the C call ends and the author's concurrency begins: nobody above could own this task.
    func runCancellably(_ body: @escaping @Sendable () async -> Void) {
        let box = CancellationBox()
        let user = Unmanaged.passRetained(box)
        let place = UInt(bitPattern: user.toOpaque())
        box.task = Task {
            await body()
            // Answered: the callback neither runs nor will run.
            UnsafeRawPointer(bitPattern: place).map { Unmanaged<CancellationBox>.fromOpaque($0).release() }
        }
        // Whether it is taken does not matter: a call that is over needs none.
        _ = host.pointee.on_cancel(host.pointee.ctx, handle, cancelTask, user.toOpaque())
    }
}

/// The task of a call, as an object that C can carry.
private final class CancellationBox: @unchecked Sendable {
    // Sendable: written once, before anybody else knows the object.
    var task: Task<Void, Never>?
}

private let cancelTask: newel_cancel_fn = { user, _, _ in
    guard let user else { return }
    Unmanaged<CancellationBox>.fromOpaque(user).takeUnretainedValue().task?.cancel()
}
