import Synchronization

/// Keeps the exchanges of executions that somebody watches, and of no others.
package final class ExchangeBook: Sendable {
    private let pages = Mutex<[String: HTTPExchange?]>([:])

    /// Nobody is watched.
    package init() {}

    /// Keeps the last exchange of an execution from now on.
    package func watch(_ execution: String) { pages.withLock { $0[execution] = .some(nil) } }

    /// Notes an exchange if anybody watches; it is made only then.
    package func note(_ exchange: @autoclosure () -> HTTPExchange, of execution: String) {
        guard pages.withLock({ $0[execution] != nil }) else { return }
        let exchange = exchange()
        pages.withLock { $0[execution] = .some(exchange) }
    }

    /// Ends watching and hands out the last exchange; `nil` when there was none.
    package func close(_ execution: String) -> HTTPExchange? {
        pages.withLock { $0.removeValue(forKey: execution) } ?? nil
    }
}
