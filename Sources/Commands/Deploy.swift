import ArgumentParser
import JSONTree

/// `newel deploy`: makes or updates a stack on a running server.
struct Deploy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a stack of a template, or bring it up to date, and show what happens to each resource.",
        discussion: """
            The template is CloudFormation's, as JSON or YAML. What it makes lives on the server: functions, queues, topics, state machines, roles …

            A function whose runtime is not here runs an installed package in its place, if --map says which.

            Exit code 0: deployed, or nothing to do. 1: it failed, or no server. 2: bad usage or template.

            Examples:
              newel deploy template.yaml
              newel deploy template.yaml --stack orders --parameter Stage=test --map OrderFunction=Orders
            """)

    @Argument(help: "The template.") var template: String
    @OptionGroup var options: StackOptions
    @Option(help: ArgumentHelp(RunningServer.help, valueName: "url")) var endpoint: String?
    @Option(help: "The region of the stack. Default: $AWS_REGION, or us-east-1.") var region: String?

    func run() async throws {
        let file = try StackTemplate(template, maps: try options.packages)
        let client = try StackClient(server: RunningServer(endpoint), region: region)
        defer { client.close() }
        let deployment = StackDeployment(
            caller: client, name: options.stack ?? file.stackName, template: file, parameters: try options.values)
        try await deployment.run()
    }
}
