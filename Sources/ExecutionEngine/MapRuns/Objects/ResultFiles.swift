import ExecutionHistory
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract

/// The files a `ResultWriter` writes. Source: developer guide, "ResultWriter (Map)".
struct ResultFiles {
    /// One file, whole.
    struct File: Sendable {
        /// Where it lies in the bucket.
        let key: String
        /// What it holds.
        let bytes: [UInt8]
    }

    /// The Map Run whose results they hold.
    let run: MapRunARN
    /// Where they go.
    let bucket: String
    /// `PREFIX/ID`, under which all of them lie.
    let folder: String
    /// One entry a line, not one array.
    let isLines: Bool
    /// `NONE`, `COMPACT`, `FLATTEN`.
    let transformation: String
    /// Entries by the kind of file they belong in.
    private var entries: [String: [JSON]] = [:]
    /// Entries so far.
    private(set) var count = 0

    /// - Returns: `nil` when the parameters name no bucket.
    init?(run: MapRunARN, parameters: JSON, outputType: String, transformation: String) {
        guard let bucket = parameters["Bucket"]?.stringValue else { return nil }
        self.run = run
        self.bucket = bucket
        let prefix = parameters["Prefix"]?.stringValue ?? ""
        folder = prefix.isEmpty ? run.id : "\(prefix)/\(run.id)"
        isLines = outputType == "JSONL"
        self.transformation = transformation
    }

    /// What the state's result says of the place.
    var details: JSON {
        [
            "MapRunArn": .string(run.text),
            "ResultWriterDetails": ["Bucket": .string(bucket), "Key": .string("\(folder)/manifest.json")],
        ]
    }

    /// Adds a child that has been started.
    mutating func add(_ child: ExecutionDescription) {
        count += 1
        let kind =
            switch child.status {
            case .succeeded: "SUCCEEDED"
            case .running, .pendingRedrive: "PENDING"
            case .failed, .timedOut, .aborted: "FAILED"
            }
        entries[kind, default: []] += Self.entries(of: child, transformation)
    }

    /// What a child adds to a file, or to the result of a state whose writer only shapes.
    static func entries(of child: ExecutionDescription, _ transformation: String) -> [JSON] {
        guard child.status == .succeeded, transformation != "NONE" else { return [entry(of: child)] }
        // What a child has put out is valid JSON; anything else would not be shown.
        let output = (try? JSON.parse(child.details.output ?? [])) ?? .null
        if transformation == "FLATTEN", let elements = output.arrayValue { return elements }
        return [output]
    }

    /// Adds an item whose child was never started.
    mutating func add(pending input: Payload) {
        entries["PENDING", default: []].append(["Input": .string(input.text), "Status": "PENDING"])
    }

    /// The files, the manifest last: who finds it finds all.
    ///
    /// - Parameter bytesMax: What would be larger goes on in another file; an entry is never divided.
    func files(bytesMax: Int = MapRunLimits.resultFileBytes) -> [File] {
        var files: [File] = []
        var lists = JSONObject()
        for kind in ["FAILED", "PENDING", "SUCCEEDED"] {
            var list: [JSON] = []
            for bytes in contents(of: entries[kind] ?? [], bytesMax: bytesMax) {
                let key = "\(folder)/\(kind)_\(list.count).\(isLines ? "jsonl" : "json")"
                list.append(["Key": .string(key), "Size": .integer(Int64(bytes.count))])
                files.append(File(key: key, bytes: bytes))
            }
            lists[kind] = .array(list)
        }
        let manifest: JSON = [
            "DestinationBucket": .string(bucket), "MapRunArn": .string(run.text), "ResultFiles": .object(lists),
        ]
        files.append(File(key: "\(folder)/manifest.json", bytes: manifest.bytes))
        return files
    }

    private func contents(of values: [JSON], bytesMax: Int) -> [[UInt8]] {
        var contents: [[UInt8]] = []
        var bytes: [UInt8] = []
        func close() {
            if !isLines { bytes.append(0x5D) }
            contents.append(bytes)
            bytes = []
        }
        for value in values {
            let entry = value.bytes
            if !bytes.isEmpty, bytes.count + entry.count + 2 > bytesMax { close() }
            if !isLines { bytes.append(bytes.isEmpty ? 0x5B : 0x2C) }
            bytes += entry
            if isLines { bytes.append(0x0A) }
        }
        if !values.isEmpty { close() }
        return contents
    }

    private static func entry(of child: ExecutionDescription) -> JSON {
        let details = child.details
        func text(_ bytes: [UInt8]) -> JSON { .string(String(decoding: bytes, as: UTF8.self)) }
        var entry: JSONObject = [
            "ExecutionArn": .string(child.execution.text), "Input": text(details.input),
            "InputDetails": ["Included": true], "Name": .string(child.execution.name),
        ]
        if let output = details.output {
            entry["Output"] = text(output)
            entry["OutputDetails"] = ["Included": true]
        }
        if let error = details.error { entry["Error"] = .string(error) }
        if let cause = details.cause { entry["Cause"] = .string(cause) }
        entry["StartDate"] = .string(child.startedAt.iso8601)
        entry["StateMachineArn"] = .string(child.execution.stateMachine.text)
        entry["Status"] = .string(child.status.text)
        if let stoppedAt = child.stoppedAt { entry["StopDate"] = .string(stoppedAt.iso8601) }
        return .object(entry)
    }
}
