import CCurl
import Glibc
import Platform
import Synchronization

/// The one thread on which libcurl moves all exchanges of a client forward.
final class TransferLoop: @unchecked Sendable {
    // Sendable: what several threads touch is in `state`; `active` belongs to the loop's thread.
    private struct State {
        var arrived: [Transfer] = []
        var unwanted: [Transfer] = []
        /// Where the thread sleeps; `nil` before it runs and after it has ended.
        var multi: UnsafeMutableRawPointer?
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Exchanges under way, by handle.
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]

    /// Once for the process; libcurl asks for it before anything else.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Begins an exchange.
    func start(_ transfer: Transfer) {
        guard Self.isReady else { return transfer.drop(OutboundError(.unreachable, "libcurl does not start.")) }
        let isClosed = state.withLock { state in
            guard !state.isClosed else { return true }
            state.arrived.append(transfer)
            wakeOrRun(&state)
            return false
        }
        if isClosed { transfer.drop(Self.closed) }
    }

    /// Ends an exchange whose answer nobody wants; one that is over stays as it is.
    func cancel(_ transfer: Transfer) {
        state.withLock { state in
            guard state.multi != nil else { return }
            state.unwanted.append(transfer)
            wakeOrRun(&state)
        }
    }

    /// Ends all exchanges and the thread.
    func close() {
        state.withLock { state in
            state.isClosed = true
            if state.multi != nil { wakeOrRun(&state) }
        }
    }

    private static let closed = OutboundError(.cancelled, "The client is closed.")

    /// Under the lock, so that the thread does not end meanwhile.
    private func wakeOrRun(_ state: inout State) {
        if let multi = state.multi {
            curl_multi_wakeup(multi)
        } else if let multi = curl_multi_init() {
            newel_curl_multi_set_number(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, Limits.connectionsMax)
            state.multi = multi
            let place = UInt(bitPattern: multi)
            DetachedThread.start { [self] in
                if let multi = UnsafeMutableRawPointer(bitPattern: place) { serve(multi) }
            }
        } else {
            preconditionFailure("no memory for libcurl")
        }
    }

    private func serve(_ multi: UnsafeMutableRawPointer) {
        while takeOrders(multi) {
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            finishEnded(multi)
            curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
        curl_multi_cleanup(multi)
    }

    /// Does what others have asked for; `false` when the thread is to end.
    private func takeOrders(_ multi: UnsafeMutableRawPointer) -> Bool {
        let (arrived, unwanted, isClosed) = state.withLock { state in
            defer {
                (state.arrived, state.unwanted) = ([], [])
                if state.isClosed { state.multi = nil }
            }
            return (state.arrived, state.unwanted, state.isClosed)
        }
        for transfer in arrived { add(transfer, to: multi) }
        for transfer in unwanted {
            guard let handle = active.first(where: { $0.value === transfer })?.key else { continue }
            remove(handle, from: multi)?.drop(OutboundError(.cancelled, "The exchange was cancelled."))
        }
        guard isClosed else { return true }
        for handle in Array(active.keys) { remove(handle, from: multi)?.drop(Self.closed) }
        return false
    }

    private func add(_ transfer: Transfer, to multi: UnsafeMutableRawPointer) {
        guard let handle = transfer.begin(), curl_multi_add_handle(multi, handle) == CURLM_OK else {
            return transfer.drop(OutboundError(.badURL, "libcurl does not take the request."))
        }
        active[handle] = transfer
    }

    private func remove(_ handle: UnsafeMutableRawPointer, from multi: UnsafeMutableRawPointer) -> Transfer? {
        curl_multi_remove_handle(multi, handle)
        return active.removeValue(forKey: handle)
    }

    private func finishEnded(_ multi: UnsafeMutableRawPointer) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            let result = newel_curl_result(message)
            guard result >= 0, let handle = message.pointee.easy_handle else { continue }
            remove(handle, from: multi)?.finish(CURLcode(UInt32(result)))
        }
    }
}
