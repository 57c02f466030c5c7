/// The variables of a block, a function's call or a step's result.
final class Frame {
    /// The frame around it.
    private(set) var parent: Frame?
    private var firstName: Int32 = -1
    private var firstValue: Value = .undefined
    private var secondName: Int32 = -1
    private var secondValue: Value = .undefined
    private var others: [(name: Int32, value: Value)] = []

    /// A frame within another.
    init(in parent: Frame?) { self.parent = parent }

    /// Binds a name, by its number.
    func bind(_ name: Int32, _ value: Value) {
        if firstName < 0 || firstName == name {
            (firstName, firstValue) = (name, value)
        } else if secondName < 0 || secondName == name {
            (secondName, secondValue) = (name, value)
        } else if let position = others.firstIndex(where: { $0.name == name }) {
            others[position].value = value
        } else {
            others.append((name, value))
        }
    }

    /// What a name is bound to here or further out; `nil` when it is not bound.
    func value(of name: Int32) -> Value? {
        var frame = self
        while true {
            if frame.firstName == name { return frame.firstValue }
            if frame.secondName == name { return frame.secondValue }
            if !frame.others.isEmpty, let binding = frame.others.first(where: { $0.name == name }) {
                return binding.value
            }
            guard let parent = frame.parent else { return nil }
            frame = parent
        }
    }

    /// Lets go of everything; functions and the frames they were made in hold each other.
    func clear() {
        parent = nil
        (firstValue, secondValue) = (.undefined, .undefined)
        others = []
    }
}
