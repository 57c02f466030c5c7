import JSONTree
import ResourceNames
import TestSupport
import Testing

/// One sequence of operations on five queues of a running server: standard and FIFO with dead letters, and one whose messages are delayed and soon forgotten.
struct QueueRun {
    /// An answer that is not the model's.
    struct Difference: Error, CustomStringConvertible {
        let description: String
    }

    /// A queue, its model, and the handles that were given out.
    private struct Pair {
        let url: JSON
        var model: QueueModel
        var handles: [(handle: String, body: String)] = []
        /// Where its dead letters go.
        var dead: Int?
    }

    /// How often something was refused, died, or was sent again.
    private(set) var refusals = 0
    private(set) var deadLetters = 0
    private(set) var repeats = 0
    private let server: QueueServer
    private let seed: UInt64
    private var chance: FuzzChance
    private var pairs: [Pair] = []
    private var count = 0
    private var messageIDs: [String: String] = [:]

    init(server: QueueServer, seed: UInt64) throws {
        (self.server, self.seed, chance) = (server, seed, FuzzChance(seed: seed))
        for name in ["dead", "dead.fifo"] {
            let url = try Self.queue(name, [:], on: server)
            pairs.append(Pair(url: url, model: QueueModel(isFIFO: name.hasSuffix(".fifo"), visibility: 30)))
        }
        for (place, name) in ["plain", "plain.fifo"].enumerated() {
            let arn = "arn:aws:sqs:us-east-1:000000000000:\(place == 0 ? "dead" : "dead.fifo")"
            let redrive = #"{"deadLetterTargetArn":"\#(arn)","maxReceiveCount":3}"#
            let url = try Self.queue(
                name, ["VisibilityTimeout": "8", "RedrivePolicy": .string(redrive)], on: server)
            var model = QueueModel(isFIFO: place == 1, visibility: 8)
            model.receivesMax = 3
            pairs.append(Pair(url: url, model: model, dead: place))
        }
        let url = try Self.queue(
            "slow", ["VisibilityTimeout": "20", "DelaySeconds": "4", "MessageRetentionPeriod": "60"], on: server)
        var slow = QueueModel(isFIFO: false, visibility: 20)
        (slow.delay, slow.retention) = (4, 60)
        pairs.append(Pair(url: url, model: slow))
    }

    /// Carries out operations; each entry of a batch counts.
    mutating func go(operations: Int) throws {
        let end = count + operations
        while count < end {
            if draw(4) == 0 { try server.advance(milliseconds: draw(6_000)) }
            let place = draw(5)
            switch draw(100) {
            case 0..<28: try send(place)
            case 28..<58: try receive(place)
            case 58..<78: try delete(place)
            case 78..<92: try hide(place)
            case 92..<99: try compareCounts(place)
            default: try purge(place)
            }
        }
    }

    private mutating func send(_ place: Int) throws {
        // Few enough that a receive never meets more dead letters than one transaction moves.
        guard pairs[place].model.messages.count < 60 else { return try purge(place) }
        let (isFIFO, now) = (pairs[place].model.isFIFO, server.now)
        var entries: [JSON] = []
        var expected: [String: String] = [:]
        var refused: Set<String> = []
        for number in 0..<(1 + draw(10)) {
            count += 1
            let (id, body) = ("e\(number)", "\(count)")
            var entry: JSONObject = ["Id": .string(id), "MessageBody": .string(body)]
            let (group, repeated) = ("g\(draw(5))", "d\(draw(400))")
            let delay = isFIFO || draw(3) > 0 ? nil : draw(9)
            if isFIFO {
                entry["MessageGroupId"] = .string(group)
                entry["MessageDeduplicationId"] = .string(repeated)
            }
            entry["DelaySeconds"] = delay.map { .integer(Int64($0)) }
            if draw(12) == 0 {
                entry["DelaySeconds"] = 901
                refused.insert(id)
            } else {
                expected[id] = pairs[place].model.send(
                    body, group: isFIFO ? group : nil, id: isFIFO ? repeated : nil, delay: delay, now)
                if expected[id] != body { repeats += 1 }
            }
            entries.append(.object(entry))
        }
        refusals += refused.count
        let answer = try server.run(
            "SendMessageBatch", ["QueueUrl": pairs[place].url, "Entries": .array(entries)])
        try compare("refused sends", Self.ids(answer["Failed"]), refused.sorted())
        try compare("sends", Self.ids(answer["Successful"]), expected.keys.sorted())
        for entry in answer["Successful"]?.arrayValue ?? [] {
            let id = entry["Id"]?.stringValue ?? ""
            let message = entry["MessageId"]?.stringValue ?? ""
            let known = "\(place) \(expected[id] ?? "")"
            // A repeat is told the id of the message it repeats.
            try compare("message id", messageIDs[known] ?? message, message)
            messageIDs[known] = message
        }
    }

    private mutating func receive(_ place: Int) throws {
        count += 1
        let (limit, visibility) = (1 + draw(10), draw(3) == 0 ? draw(12) : nil)
        var dead: [QueueModel.Message] = []
        let now = server.now
        let expected = pairs[place].model.receive(limit: limit, visibility: visibility, now, dead: &dead)
        if let target = pairs[place].dead { for message in dead { pairs[target].model.adopt(message, now) } }
        deadLetters += dead.count
        var input: JSONObject = [
            "QueueUrl": pairs[place].url, "MaxNumberOfMessages": .integer(Int64(limit)),
            "MessageSystemAttributeNames": ["All"],
        ]
        input["VisibilityTimeout"] = visibility.map { .integer(Int64($0)) }
        let messages = try server.run("ReceiveMessage", .object(input))["Messages"]?.arrayValue ?? []
        let found = messages.map { message in
            QueueModel.Taken(
                body: message["Body"]?.stringValue ?? "",
                group: message["Attributes"]?["MessageGroupId"]?.stringValue,
                receives: Int(message["Attributes"]?["ApproximateReceiveCount"]?.stringValue ?? "") ?? 0)
        }
        try compare("received", found, expected)
        for message in messages {
            let (handle, body) = (message["ReceiptHandle"]?.stringValue ?? "", message["Body"]?.stringValue ?? "")
            pairs[place].model.note(handle, of: body)
            pairs[place].handles.append((handle, body))
        }
        if pairs[place].handles.count > 60 { pairs[place].handles.removeFirst(20) }
    }

    private mutating func delete(_ place: Int) throws {
        let chosen = handles(place)
        guard !chosen.isEmpty else { return }
        let now = server.now
        let refused = chosen.indices.filter {
            !pairs[place].model.delete(chosen[$0].handle, of: chosen[$0].body, now)
        }
        let entries = chosen.enumerated().map { number, one -> JSON in
            ["Id": .string("e\(number)"), "ReceiptHandle": .string(one.handle)]
        }
        try compareBatch("DeleteMessageBatch", place, entries, refused)
    }

    private mutating func hide(_ place: Int) throws {
        let chosen = handles(place)
        guard !chosen.isEmpty else { return }
        let now = server.now
        var refused: [Int] = []
        var entries: [JSON] = []
        for (number, one) in chosen.enumerated() {
            let seconds = draw(15)
            if !pairs[place].model.hide(one.handle, of: one.body, seconds: seconds, now) { refused.append(number) }
            entries.append([
                "Id": .string("e\(number)"), "ReceiptHandle": .string(one.handle),
                "VisibilityTimeout": .integer(Int64(seconds)),
            ])
        }
        try compareBatch("ChangeMessageVisibilityBatch", place, entries, refused)
    }

    private mutating func purge(_ place: Int) throws {
        count += 1
        let isDone = pairs[place].model.purge(server.now)
        let refusal = try server.refusal("PurgeQueue", ["QueueUrl": pairs[place].url])
        try compare("purge", refusal ?? "done", isDone ? "done" : "PurgeQueueInProgress")
        // A queue that is full and cannot be emptied yet waits.
        if !isDone { try server.advance(milliseconds: 7_000) }
    }

    private mutating func compareCounts(_ place: Int) throws {
        count += 1
        let expected = pairs[place].model.counts(server.now)
        let answer = try server.run(
            "GetQueueAttributes", ["QueueUrl": pairs[place].url, "AttributeNames": ["All"]])
        let found = ["", "NotVisible", "Delayed"].map { name in
            Int(answer["Attributes"]?["ApproximateNumberOfMessages\(name)"]?.stringValue ?? "") ?? -1
        }
        try compare("counts", found, expected)
    }

    /// Handles to be used, each message once; some of them are old, some stay good for later.
    private mutating func handles(_ place: Int) -> [(handle: String, body: String)] {
        var chosen: [(handle: String, body: String)] = []
        for _ in 0..<(1 + draw(6)) {
            guard !pairs[place].handles.isEmpty else { break }
            let pair = chance.one(of: pairs[place].handles)
            if !chosen.contains(where: { $0.body == pair.body }) { chosen.append(pair) }
        }
        count += chosen.count
        return chosen
    }

    private mutating func compareBatch(
        _ action: String, _ place: Int, _ entries: [JSON], _ refused: [Int]
    ) throws {
        refusals += refused.count
        let answer = try server.run(action, ["QueueUrl": pairs[place].url, "Entries": .array(entries)])
        try compare(action, Self.ids(answer["Failed"]), refused.map { "e\($0)" }.sorted())
        try compare(action, Self.ids(answer["Successful"]).count, entries.count - refused.count)
    }

    private func compare<Answer: Equatable>(_ what: String, _ found: Answer, _ expected: Answer) throws {
        guard found != expected else { return }
        throw Difference(
            description: "seed \(seed), operation \(count), \(what): found \(found), expected \(expected)")
    }

    private mutating func draw(_ bound: Int) -> Int { chance.below(bound) }

    private static func ids(_ entries: JSON?) -> [String] {
        (entries?.arrayValue ?? []).compactMap { $0["Id"]?.stringValue }.sorted()
    }

    private static func queue(_ name: String, _ settings: JSONObject, on server: QueueServer) throws -> JSON {
        var all = settings
        if name.hasSuffix(".fifo") { all["FifoQueue"] = "true" }
        let answer = try server.run("CreateQueue", ["QueueName": .string(name), "Attributes": .object(all)])
        return answer["QueueUrl"] ?? .null
    }
}
