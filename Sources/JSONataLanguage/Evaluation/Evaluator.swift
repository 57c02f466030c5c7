import JSONTree
import ResourceNames

/// One evaluation of an expression.
///
/// Not shared between threads; the helper of `NativeStack` runs only while its caller waits.
final class Evaluator {
    /// What is evaluated.
    let code: Instructions
    /// The caller's variables, in the order of the references.
    let bindings: [JSON?]
    /// What `$$` names.
    let root: Value
    /// Time and chance.
    var environment: JSONataEnvironment
    /// How much may be taken.
    let limits: JSONataLimits
    /// Steps that are left.
    var stepsLeft: Int
    /// Bytes that are left.
    var bytesLeft: Int
    /// How many evaluations enclose this one.
    var depth = 0
    /// How many calls of functions enclose this one.
    var callDepth = 0
    /// How many transforms have begun.
    var transforms = 0
    /// Where the thread's stack stands.
    let stack = NativeStack()
    /// Frames that functions hold.
    private var heldFrames: [Frame] = []
    private var heldFramesMax = 1_024

    /// Prepares an evaluation.
    init(_ code: Instructions, bindings: [JSON?], root: Value, environment: JSONataEnvironment) {
        self.code = code
        self.bindings = bindings
        self.root = root
        self.environment = environment
        limits = environment.limits
        stepsLeft = limits.steps
        bytesLeft = limits.totalBytes
    }

    deinit {
        for frame in heldFrames { frame.clear() }
    }

    /// Evaluates a part and dissolves the sequence it may be.
    func evaluate(_ node: NodeID, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.depth else { throw .tooDeep }
        let value =
            stack.isLow
            ? try stack.continued { () throws(JSONataError) in try self.compute(node, input, frame) }
            : try compute(node, input, frame)
        if case .list(let list) = value, list.isSequence { return dissolved(list) }
        return value
    }

    /// What a sequence is to the part around it.
    private func dissolved(_ list: List) -> Value {
        switch list.items.count {
        case 0: .undefined
        case 1: list.marks.contains(.keepsSingleton) ? .list(list) : list.items[0]
        default: .list(list)
        }
    }

    /// Evaluates a part; sequences stay as they are.
    func compute(_ node: NodeID, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        try spend(1)
        switch code.nodes[Int(node)] {
        case .literal(let number): return literal(number)
        case .name(let field): return try lookUp(code.fields[Int(field)], in: input)
        case .context: return Self.unwrapped(input)
        case .root: return root
        case .variable(let name): return variable(name, frame)
        case .external(let reference): return external(reference)
        case .path(let path): return try self.path(path, input, frame)
        case .binary(let symbol, let left, let right, let position):
            return try binary(symbol, left, right, Int(position), input, frame)
        case .condition(let condition, let then, let otherwise):
            if try boolean(evaluate(condition, input, frame)) { return try evaluate(then, input, frame) }
            return otherwise < 0 ? .undefined : try evaluate(otherwise, input, frame)
        case .call(let call): return try self.call(call, input, frame)
        case .block(let block): return try self.block(block, input, frame)
        case .bind(let name, let value):
            let value = try evaluate(value, input, frame)
            frame?.bind(name, value)
            return value
        default: return try computeOther(node, input, frame)
        }
    }

    private func computeOther(_ node: NodeID, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        switch code.nodes[Int(node)] {
        case .wildcard: return try wildcard(input)
        case .descendants: return try descendants(input)
        case .parent(let label): return frame?.value(of: label) ?? .undefined
        case .negation(let operand, let position):
            return try negation(evaluate(operand, input, frame), Int(position))
        case .array(let array): return try self.array(array, input, frame)
        case .object(let group): return try self.group(group, input, frame)
        case .pattern(let pattern): return .function(Function(.pattern(pattern)))
        case .lambda(let lambda):
            return .function(try checked(Function(.lambda(lambda, frame: held(frame), input: input))))
        case .partial(let call): return try partial(call, input, frame)
        case .apply(let left, let right, let position):
            return try apply(left, right, Int(position), input, frame)
        case .transform(let transform): return .function(Function(.transform(transform, frame: held(frame))))
        case .decorated(let decoration): return try decorated(code.decorations[Int(decoration)], input, frame)
        default: return .undefined
        }
    }

    private func decorated(_ form: Form.Decoration, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        var value = try compute(form.node, input, frame)
        for predicate in form.predicates { value = try filter(value, predicate, frame) }
        if form.group >= 0 { value = try group(form.group, value, frame) }
        if form.keepsArray, case .list(let list) = value, list.isSequence {
            value = .list(List(list, marks: list.marks.union(.keepsSingleton)))
        }
        return value
    }

    private func block(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        let form = code.blocks[Int(number)]
        let inner = form.hasFrame ? Frame(in: frame) : frame
        var value = Value.undefined
        for part in form.parts { value = try evaluate(part, input, inner) }
        return value
    }

    private func literal(_ number: Int32) -> Value {
        switch code.literals[Int(number)] {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let value): .number(value)
        case .text(let value): .text(value)
        }
    }

    /// Keeps a frame until the end of the evaluation, since functions and frames may hold each other.
    func held(_ frame: Frame?) -> Frame? {
        guard let frame else { return nil }
        if heldFrames.last === frame { return frame }
        if heldFrames.count >= heldFramesMax {
            dropUnusedFrames()
            heldFramesMax = max(1_024, heldFrames.count * 2)
        }
        heldFrames.append(frame)
        return frame
    }

    /// Lets go of frames that nothing else holds, the newest first: what one holds was made before it.
    private func dropUnusedFrames() {
        var kept: [Frame] = []
        while var frame = heldFrames.popLast() {
            if !isKnownUniquelyReferenced(&frame) { kept.append(frame) }
        }
        heldFrames = kept.reversed()
    }
}
