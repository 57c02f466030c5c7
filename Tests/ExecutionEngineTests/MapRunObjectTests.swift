import ExecutionEngine
import JSONTree
import ResourceNames
import TestSupport
import Testing

/// A machine that maps over what a reader finds.
private func machine(
    _ config: String, resource: String = "getObject", parameters: String = #""Key":"k""#, more: String = ""
)
    -> String
{
    #"""
    {"StartAt":"M","States":{"M":{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:\#(resource)",
    "Parameters":{"Bucket":"b",\#(parameters)},"ReaderConfig":{\#(config)}},\#(more)"ItemProcessor":{
    "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W","States":{"W":{"Type":"Pass","End":true}}},
    "End":true}}}
    """#
}

@Suite struct MapRunObjectTests {
    private func output(_ definition: String, _ objects: ObjectsInMemory) async throws -> String {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder, objects: objects)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(definition))
        let details = try await world.engine.end(of: started.execution).details
        return details.output.map { String(decoding: $0, as: UTF8.self) }
            ?? "\(details.error ?? ""): \(details.cause ?? "")"
    }

    @Test(arguments: [
        (#""InputType":"JSON""#, "[1,{\"a\": 2}]", #"[1,{"a":2}]"#),
        (#""InputType":"JSON","MaxItems":1"#, "[1,2]", "[1]"),
        (#""InputType":"JSON","ItemsPointer":"/a/b""#, #"{"a":{"b":[3]}}"#, "[3]"),
        (#""InputType":"JSON""#, #"{"a":1}"#, "States.ItemReaderFailed: Attempting to map over non-iterable node."),
        (#""InputType":"JSONL""#, "1\n{\"a\":2}\n", #"[1,{"a":2}]"#),
        (
            #""InputType":"CSV","CSVHeaderLocation":"FIRST_ROW""#, "A,B\n1,\"x, \"\"y\"\"\"\n,,,\n   \n",
            #"[{"A":"1","B":"x, \"y\""},{"A":"","B":""},{"A":"   ","B":""}]"#
        ),
        (
            #""InputType":"CSV","CSVHeaderLocation":"FIRST_ROW""#, "H1,\nValue4,Value5,Value6\n",
            #"[{"":"Value5","H1":"Value4"}]"#
        ),
        (
            #""InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["A"],"CSVDelimiter":"PIPE""#, "1|2\r\n3\r\n",
            #"[{"A":"1"},{"A":"3"}]"#
        ),
        (
            #""InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["A","A"]"#, "1,2\n",
            "States.ItemReaderFailed: CSV headers cannot contain duplicates."
        ),
    ])
    func itemsAreReadFromAnObject(config: String, object: String, expected: String) async throws {
        #expect(try await output(machine(config), ObjectsInMemory(["k": object])) == expected)
    }

    @Test func anObjectThatIsNotThereFailsTheReader() async throws {
        #expect(
            try await output(machine(#""InputType":"JSON""#), ObjectsInMemory())
                == "States.ItemReaderFailed: The specified key does not exist.")
    }

    @Test func aListIsMappedOverOrItsObjectsAreLoaded() async throws {
        let objects = ObjectsInMemory(["p/1": "[1]", "p/2": "[2,3]", "q": "[4]"])
        let list = machine("", resource: "listObjectsV2", parameters: #""Prefix":"p/1""#)
        #expect(
            try await output(list, objects)
                == #"[{"Etag":"\"e\"","LastModified":5,"Key":"p/1","Size":3,"StorageClass":"STANDARD"}]"#)
        let load = machine(
            #""InputType":"JSON","Transformation":"LOAD_AND_FLATTEN""#, resource: "listObjectsV2",
            parameters: #""Prefix":"p/""#)
        #expect(try await output(load, objects) == "[1,2,3]")
    }

    @Test func anInventoryNamesTheFilesThatHoldItsRows() async throws {
        let objects = ObjectsInMemory(["k": #"{"files":[{"key":"one.csv"}]}"#, "one.csv": "\"b\",\"x\"\n"])
        #expect(
            try await output(machine(#""InputType":"MANIFEST""#), objects) == #"[{"Bucket":"b","Key":"x"}]"#)
    }

    @Test func resultsAreWrittenWithAManifest() async throws {
        let objects = ObjectsInMemory(["k": "[1,2]"])
        let writer =
            #""ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b","Prefix":"out"},"WriterConfig":{"OutputType":"JSONL","Transformation":"COMPACT"}},"#
        let result = try JSON.parse(
            Array(try await output(machine(#""InputType":"JSON""#, more: writer), objects).utf8))
        let key = try #require(result["ResultWriterDetails"]?["Key"]?.stringValue)
        let manifest = try JSON.parse(Array(try #require(objects.text(key)).utf8))
        let file = try #require(manifest["ResultFiles"]?["SUCCEEDED"]?.arrayValue?.first?["Key"]?.stringValue)
        #expect(key.hasPrefix("out/"))
        #expect(objects.text(file) == "1\n2\n")
        #expect(manifest["MapRunArn"] == result["MapRunArn"])
    }
}
