import JSONTree

/// Finds the nodes a path names, step by step, in document order.
struct PathEvaluator {
    /// What `$` names, in filters too.
    let root: JSON
    private var visitsLeft = Limits.visitsMax
    private var depth = 0

    /// An evaluator with a fresh budget.
    init(root: JSON) { self.root = root }

    /// The nodes that steps name from a node on.
    mutating func matches(of steps: [PathStep], from node: JSON) throws(EvaluationStop) -> [JSON] {
        var found: [JSON] = []
        if steps.count > 2, case .scan = steps.first, case .function(let call) = steps.last {
            // Jayway turns `$..x.min()` around: the function is applied once, to all that the scan finds.
            let scanned = try matches(of: Array(steps.dropLast()), from: node)
            return [try apply(call, to: .array(scanned))]
        }
        try visit(steps, 0, node, &found)
        return found
    }

    /// Counts a visit.
    mutating func spend(_ count: Int = 1) throws(EvaluationStop) {
        visitsLeft -= count
        guard visitsLeft > 0 else { throw .exhausted }
    }

    private mutating func visit(_ steps: [PathStep], _ position: Int, _ node: JSON, _ found: inout [JSON])
        throws(EvaluationStop)
    {
        try spend()
        guard position < steps.count else {
            found.append(node)
            return
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Limits.visitDepthMax else { throw .exhausted }
        let next = position + 1
        switch steps[position] {
        case .key(let name):
            if let value = node[name] { try visit(steps, next, value, &found) }
        case .keys(let names):
            guard case .object(let object) = node else { return }
            try visit(names, of: object, steps, next, &found)
        case .index(let index):
            guard case .array(let elements) = node else { return }
            try visit(steps, next, Self.element(index, of: elements), &found)
        case .indices(let indexes):
            guard case .array(let elements) = node else { return }
            for index in indexes { try visit(steps, next, Self.element(index, of: elements), &found) }
        case .slice(let from, let to):
            guard case .array(let elements) = node else { return }
            for place in Self.places(from, to, count: elements.count) {
                try visit(steps, next, elements[place], &found)
            }
        case .wildcard:
            switch node {
            case .array(let elements): for element in elements { try visit(steps, next, element, &found) }
            case .object(let object): for pair in object { try visit(steps, next, pair.value, &found) }
            default: break
            }
        case .scan: try scan(steps, next, node, &found)
        case .filter(let filter):
            switch node {
            case .array(let elements):
                for element in elements where try filter.accepts(element, &self) {
                    try visit(steps, next, element, &found)
                }
            case .object: if try filter.accepts(node, &self) { try visit(steps, next, node, &found) }
            default: break
            }
        case .function(let call): try visit(steps, next, apply(call, to: node), &found)
        }
    }

    private mutating func visit(
        _ names: [String], of object: JSONObject, _ steps: [PathStep], _ next: Int, _ found: inout [JSON]
    ) throws(EvaluationStop) {
        if next < steps.count {
            for name in names {
                if let value = object[name] { try visit(steps, next, value, &found) }
            }
        } else {
            var merged = JSONObject()
            for name in names {
                if let value = object[name] { merged[name] = value }
            }
            try spend(names.count)
            found.append(.object(merged))
        }
    }

    /// Applies the step after `..` to a node and all below it, parents first.
    private mutating func scan(_ steps: [PathStep], _ position: Int, _ start: JSON, _ found: inout [JSON])
        throws(EvaluationStop)
    {
        var pending = [start]
        while let node = pending.popLast() {
            try spend()
            switch node {
            case .object(let object):
                if try scanAccepts(node, steps, position) { try visit(steps, position, node, &found) }
                for pair in object.reversed() where pair.value.isObject || pair.value.isArray {
                    pending.append(pair.value)
                }
            case .array(let elements):
                if try scanAccepts(node, steps, position) {
                    if position + 1 == steps.count {
                        try visit(steps, position, node, &found)
                    } else {
                        // Jayway passes over the step itself here: `$..[0].a` names the `a` of every element.
                        for element in elements { try visit(steps, position + 1, element, &found) }
                    }
                }
                for element in elements.reversed() where element.isObject || element.isArray { pending.append(element) }
            default: break
            }
        }
    }

    private mutating func scanAccepts(_ node: JSON, _ steps: [PathStep], _ position: Int) throws(EvaluationStop) -> Bool
    {
        switch steps[position] {
        case .key(let name): return node[name] != nil
        case .keys(let names):
            guard case .object(let object) = node else { return false }
            return position + 1 < steps.count || names.allSatisfy { object[$0] != nil }
        case .index, .indices, .slice: return node.isArray
        case .wildcard: return true
        case .filter(let filter): return try filter.accepts(node, &self)
        case .scan, .function: return false
        }
    }

    private mutating func apply(_ call: PathFunctionCall, to node: JSON) throws(EvaluationStop) -> JSON {
        var values: [JSON] = []
        for argument in call.arguments {
            switch argument {
            case .constant(let value): values.append(value)
            case .path(let steps, let isDefinite):
                let found = try matches(of: steps, from: root)
                values.append(isDefinite ? found.first ?? .null : .array(found))
            }
        }
        try spend((node.arrayValue?.count ?? 0) + values.count)
        return try call.apply(to: node, values)
    }

    /// AWS yields `null` for an index beyond the end; observed.
    private static func element(_ index: Int, of elements: [JSON]) -> JSON {
        let place = index < 0 ? elements.count + index : index
        return elements.indices.contains(place) ? elements[place] : .null
    }

    /// The places a slice names. A negative end counts from the end only when there is no start, and a negative start
    /// with an end runs through the end of the array to its beginning; so it is in Jayway.
    private static func places(_ from: Int?, _ to: Int?, count: Int) -> [Int] {
        switch (from, to) {
        case (let from?, nil): return Array(min(max(0, from < 0 ? count + from : from), count)..<count)
        case (nil, let to?): return Array(0..<max(0, min(count, to < 0 ? count + to : to)))
        case (let from?, let to?):
            let last = min(count, to)
            guard from < last else { return [] }
            return (max(from, -count)..<last).map { $0 < 0 ? count + $0 : $0 }
        case (nil, nil): return []
        }
    }
}
