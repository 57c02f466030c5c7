/// Elements of the arrays and objects being read, until each closes and takes its own away as one array of the right
/// size.
struct ReadingStack<Element>: ~Copyable {
    private(set) var count = 0
    private var base: UnsafeMutablePointer<Element>
    private var capacity = 64

    init() { base = .allocate(capacity: 64) }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    /// Puts an element on top.
    @inline(__always) mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Takes away all elements from a position on.
    @inline(__always) mutating func pop(from start: Int) -> [Element] {
        let taken = count - start
        count = start
        // An initializer with a closure would look up the array's metadata each time; appending one by one is faster.
        var array: [Element] = []
        array.reserveCapacity(taken)
        for position in start..<start + taken { array.append((base + position).move()) }
        return array
    }

    /// The element at a position.
    subscript(position: Int) -> Element { base[position] }

    @inline(never) private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
