/// Owns the parts of one expression while it is compiled.
final class SyntaxTree {
    private var nodes: [SyntaxNode] = []
    private var labels = 0

    /// A new part.
    ///
    /// - Parameter children: The parts below it.
    /// - Throws: U1001 when parts enclose each other too deeply.
    func node(_ kind: SyntaxNode.Kind, at position: Int, above children: [SyntaxNode] = []) throws(JSONataError)
        -> SyntaxNode
    {
        var height = 0
        for child in children { height = max(height, child.height) }
        guard height < Limits.heightMax else { throw .tooDeep }
        let node = SyntaxNode(kind, position: position, height: height + 1)
        nodes.append(node)
        return node
    }

    /// A label no parent has yet.
    func nextLabel() -> Int {
        labels += 1
        return labels
    }

    deinit {
        for node in nodes {
            node.kind = .end
            node.predicates = []
            node.stages = []
            node.group = nil
        }
    }
}
