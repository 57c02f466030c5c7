import Platform

/// Work of which most is waiting, on several threads at a time.
enum SideBySide {
    private final class Rest<Item: Sendable, Result: Sendable>: @unchecked Sendable {
        // Sendable: the results are touched only under `lock`.
        private let lock = WaitLock()
        private let items: [Item]
        private var results: [Result?]
        private var next = 0
        private var missing: Int

        /// Nothing is done yet.
        init(_ items: [Item]) {
            self.items = items
            results = Array(repeating: nil, count: items.count)
            missing = items.count
        }

        /// Takes items until there are none left.
        func work(_ body: (Item) -> Result) {
            lock.lock()
            while next < items.count {
                let index = next
                next += 1
                lock.unlock()
                let result = body(items[index])
                lock.lock()
                results[index] = result
                missing -= 1
                if missing == 0 { lock.broadcast() }
            }
            lock.unlock()
        }

        /// All results, once they are there.
        func all() -> [Result] {
            lock.lock()
            defer { lock.unlock() }
            while missing > 0 { lock.wait() }
            return results.compactMap(\.self)
        }
    }

    /// Blocks until all is done; this thread does its share.
    ///
    /// - Returns: In the order of the items.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], threadsMax: Int, _ body: @escaping @Sendable (Item) -> Result
    ) -> [Result] {
        let rest = Rest<Item, Result>(items)
        for _ in 1..<max(1, min(threadsMax, items.count)) { DetachedThread.start { rest.work(body) } }
        rest.work(body)
        return rest.all()
    }
}
