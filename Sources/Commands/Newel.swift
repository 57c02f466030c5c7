import ArgumentParser
import ServerAssembly

/// The command `newel`.
package struct Newel: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "newel",
        abstract: "AWS Step Functions on your own machine: no container, no cloud.",
        discussion: """
            Start here:
              newel demo                          see AWS's sample "Orchestrate Lambda functions" run
              newel up                            serve the AWS APIs on http://127.0.0.1:4566
              newel deploy template.yaml          make a stack of a CloudFormation template there
              newel run machine.asl.json          run one definition and print its output
              newel dev Greet                     build, try and serve a function with every save

            While 'newel up' runs, point any AWS client at it:
              export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_DISABLE_HOST_PREFIX_INJECTION=true
              aws stepfunctions list-state-machines
            """,
        version: Version.text,
        subcommands: [
            Up.self, Deploy.self, Demo.self, Run.self, Validate.self, Eval.self, PluginCommand.self, Dev.self,
            Doctor.self,
        ])

    package init() {}
}
