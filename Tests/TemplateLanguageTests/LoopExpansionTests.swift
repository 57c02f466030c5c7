import JSONTree
import TemplateLanguage
import Testing

/// Loops are written out.
struct LoopExpansionTests {
    @Test func aLoopMakesAMemberOfEachValue() throws {
        let tree = try JSON.parse(
            #"""
            {"Parameters": {"Names": {"Type": "CommaDelimitedList", "Default": "x,y-z"}},
             "Resources": {"Fn::ForEach::Queues": ["Name", {"Ref": "Names"}, {"Queue&{Name}": {
                "Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::Sub": "q-${Name}-${AWS::Region}"}, "A": {"Ref": "Name"}}}}],
                "Other": {"Type": "AWS::SQS::Queue"}},
             "Outputs": {"Fn::ForEach::A": ["I", ["1", 2], {"Fn::ForEach::B": ["J", ["a"], {"O${I}${J}": {"Value": "${I}"}}]}]}}
            """#)
        let expanded = try LoopExpansion.expand(tree, parameters: ["Names": "x,y-z"])
        #expect(expanded["Resources"]?.objectValue?.keys == ["Queuex", "Queueyz", "Other"])
        #expect(
            expanded["Resources"]?["Queueyz"]?["Properties"] == [
                "QueueName": ["Fn::Sub": "q-y-z-${AWS::Region}"], "A": "y-z",
            ])
        #expect(expanded["Outputs"] == ["O1a": ["Value": "1"], "O2a": ["Value": "2"]])
    }

    @Test(arguments: [
        #"["X", ["a"]]"#, #"["X", "a", {"${X}": 1}]"#, #"["X", {"Ref": "None"}, {"${X}": 1}]"#,
        #"["X", ["a", "a"], {"${X}": 1}]"#,
    ])
    func badLoopsAreRefused(loop: String) throws {
        let tree = try JSON.parse(#"{"Resources": {"Fn::ForEach::L": \#(loop)}}"#)
        #expect(throws: TemplateError.self) { try LoopExpansion.expand(tree, parameters: [:]) }
    }
}
