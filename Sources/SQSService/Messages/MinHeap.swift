/// A binary heap, smallest element first. What became stale stays in it until it surfaces or `keep` sweeps it out.
struct MinHeap<Element: Comparable & Sendable>: Sendable {
    private var elements: [Element] = []

    /// How many elements lie in it, stale ones included.
    var count: Int { elements.count }
    /// The smallest element.
    var first: Element? { elements.first }

    /// Adds an element.
    mutating func push(_ element: Element) {
        elements.append(element)
        rise(from: elements.count - 1)
    }

    /// Takes the smallest element out.
    mutating func pop() -> Element? {
        guard let first = elements.first else { return nil }
        let last = elements.removeLast()
        if !elements.isEmpty {
            elements[0] = last
            sink(from: 0)
        }
        return first
    }

    /// Drops all others.
    mutating func keep(_ isWanted: (Element) -> Bool) {
        elements = elements.filter(isWanted)
        elements.sort()
    }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard elements[child] < elements[parent] else { return }
            elements.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func sink(from start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < elements.count && elements[child] < elements[least] {
                least = child
            }
            guard least != parent else { return }
            elements.swapAt(parent, least)
            parent = least
        }
    }
}
