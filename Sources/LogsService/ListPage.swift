import AWSWire
import JSONTree
import ResourceNames

/// One page of a list that is sorted by a text.
struct ListPage<Entry> {
    private let entries: ArraySlice<Entry>
    private let next: String?

    /// Cuts a page out of a whole list.
    ///
    /// - Parameters:
    ///   - list: What is listed: a token is good for that alone.
    ///   - clock: Tells the age of tokens.
    ///   - limitMax: How many may be asked for at once.
    init(
        _ all: [Entry], _ request: ActionInput, list: String, _ clock: any WallClock, limitMax: Int = Limits.listPage,
        id: (Entry) -> String
    ) throws(ServiceError) {
        (entries, next) = try PageTokens(clock: clock).page(
            of: all, size: min(request.limit(limitMax), request.value("limit") == nil ? Limits.listPage : limitMax),
            token: request.text("nextToken"), list: list,
            refusal: .invalidToken, position: id,
            isAfter: { $1.utf8.lexicographicallyPrecedes(id($0).utf8) })
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape))]
        output["nextToken"] = next.map { .string($0) }
        return .object(output)
    }
}
