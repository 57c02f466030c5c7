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

    /// Throws `CancellationError` once the host has asked for the end: for loops of handlers that block.
    public func checkCancellation() throws(CancellationError) {
        if isCancelled { throw CancellationError() }
    }

    /// Runs work that something else can make end: `onCancel` runs at once when the host asks for the end, beside the work, and never after
    /// this has returned. For handlers that block; one that awaits has a task, which is cancelled.
    public func withCancellation<R, E: Error>(
        onCancel: @escaping @Sendable (CancellationReason) -> Void, _ work: () throws(E) -> R
    ) throws(E) -> R {
        let box = Unmanaged.passRetained(CancellationAction(onCancel))
        _ = host.pointee.on_cancel(host.pointee.ctx, handle, runAction, box.toOpaque())
        defer {
            // Once it is taken back, or the call is over, the callback neither runs nor will run.
            _ = host.pointee.on_cancel(host.pointee.ctx, handle, nil, nil)
            box.release()
        }
        return try work()
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

/// What to do at the end, as an object that C can carry.
private final class CancellationAction: Sendable {
    let body: @Sendable (CancellationReason) -> Void
    init(_ body: @escaping @Sendable (CancellationReason) -> Void) { self.body = body }
}

private let runAction: newel_cancel_fn = { user, _, reason in
    guard let user else { return }
    let action = Unmanaged<CancellationAction>.fromOpaque(user).takeUnretainedValue()
    action.body(CancellationReason(rawValue: reason) ?? .stopped)
}
