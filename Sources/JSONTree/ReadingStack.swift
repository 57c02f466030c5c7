/// Elements of the arrays and objects being read, until each closes and takes its own away as one array of the right
/// size.
struct ReadingStack<Element>: ~Copyable {
    private(set) var count = 0
    /// Nothing until the first element: small texts need not all of the reader's stacks.
    private var base: UnsafeMutablePointer<Element>?
    private var capacity = 0

    deinit {
        base?.deinitialize(count: count)
        base?.deallocate()
    }

    /// Puts an element on top.
    @inline(__always) mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (base.unsafelyUnwrapped + count).initialize(to: element)
        count += 1
    }

    /// Takes away all elements from a position on.
    @inline(__always) mutating func pop(from start: Int) -> [Element] {
        let taken = count - start
        count = start
        // An initializer with a closure would look up the array's metadata each time; appending one by one is faster.
        var array: [Element] = []
        array.reserveCapacity(taken)
        for position in start..<start + taken { array.append((base.unsafelyUnwrapped + position).move()) }
        return array
    }

    /// The element at a position.
    subscript(position: Int) -> Element { base.unsafelyUnwrapped[position] }

    @inline(never) private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity * 2, 16))
        if let base {
            larger.moveInitialize(from: base, count: count)
            base.deallocate()
        }
        base = larger
        capacity = max(capacity * 2, 16)
    }
}
