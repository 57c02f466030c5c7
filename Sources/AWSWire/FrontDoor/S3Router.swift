/// Finds out which action of S3 a request means: of those whose demands it meets, the one that demands most.
struct S3Router: Sendable {
    private struct Candidate {
        let action: ActionShape
        let query: [(name: String, value: String?)]
        let headers: [String]

        var demands: Int { query.count + headers.count }
    }

    private let model: ServiceModel
    private let candidates: [Candidate]

    /// Knows the actions of a model.
    init(_ model: ServiceModel) {
        self.model = model
        candidates = model.actions.values.sorted { $0.name < $1.name }.map { action in
            let members = (action.input.map { model.shapes[$0].members } ?? []).filter(\.isRequired)
            let names = members.filter { $0.place == .query }.map { (name: $0.wireName, value: String?.none) }
            return Candidate(
                action: action, query: action.query + names,
                headers: members.filter { $0.place == .header }.map { $0.wireName.lowercased() })
        }
    }

    /// The action of a request.
    func route(_ request: WireRequest) throws(RoutingFailure) -> RoutedCall {
        guard let address = S3Address(request) else {
            throw failure("InvalidURI", "Couldn't parse the specified URI.", status: 400)
        }
        let query = RequestQuery(request.query)
        let depth = address.bucket == nil ? 0 : address.key == nil ? 1 : 2
        let fitting = candidates.filter { candidate in
            candidate.action.method == request.method && candidate.action.segments.count == depth
                && candidate.query.allSatisfy { wanted in
                    query[wanted.name].map { wanted.value == nil || wanted.value == $0 } ?? false
                } && candidate.headers.allSatisfy { request.header($0) != nil }
        }
        guard let best = fitting.max(by: { $0.demands < $1.demands }) else {
            throw failure(
                "MethodNotAllowed", "The specified method is not allowed against this resource.", status: 405)
        }
        let asked = query.pairs.first { Self.subresources.contains($0.name) }
        if let asked, !best.query.contains(where: { $0.name == asked.name }) {
            throw failure(
                "NotImplemented", "A header you provided implies functionality that is not implemented: \(asked.name)",
                status: 501)
        }
        var labels: [(name: String, value: String)] = []
        if let bucket = address.bucket { labels.append(("Bucket", bucket)) }
        if let key = address.key { labels.append(("Key", key)) }
        return RoutedCall(model: model, action: best.action, kind: .restXML, source: .rest(labels: labels))
    }

    private func failure(_ code: String, _ message: String, status: Int) -> RoutingFailure {
        RoutingFailure(error: ServiceError(code, message, status: status), kind: .restXML, model: model)
    }

    /// Names in the query string that turn a request into another action.
    private static let subresources: Set<String> = [
        "abac", "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering",
        "inventory", "legal-hold", "lifecycle", "location", "logging", "metadataConfiguration",
        "metadataInventoryTable", "metadataJournalTable", "metadataTable", "metrics", "notification", "object-lock",
        "ownershipControls", "policy", "policyStatus", "publicAccessBlock",
        "renameObject", "replication", "requestPayment", "restore", "retention", "select", "session", "tagging",
        "torrent", "uploads", "versioning", "versions", "website",
    ]
}
