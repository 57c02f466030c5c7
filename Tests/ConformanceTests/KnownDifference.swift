import Foundation

/// A difference between a recording and our answer that has a reason.
struct KnownDifference {
    /// Why the answers differ.
    let reason: String
    /// What the script's line about it contains.
    let line: Regex<Substring>
    /// A part of the ids of the cases it is about; empty: all.
    var cases: [String] = []

    /// The difference that explains a line; `nil` when none does.
    static func explaining(_ line: String, in id: String) -> KnownDifference? {
        all.first { known in
            line.contains(known.line) && (known.cases.isEmpty || known.cases.contains { id.contains($0) })
        }
    }

    /// All of them. AWS answers differently today than when the oldest recordings were made; where recordings contradict one another, the
    /// newest are right, but for `MapStateExited`, whose place in the chain follows the greater number of recordings.
    nonisolated(unsafe) static let all: [KnownDifference] = [
        KnownDifference(
            reason: "Recorded before machines could have keys (July 2024).",
            line: /encryptionConfiguration: unexpected "\{'type': 'AWS_OWNED_KEY'\}"/),
        KnownDifference(
            reason: "Recorded before executions could be redriven (November 2023).",
            line: /[rR]edrive(?:Count|Status|StatusReason): unexpected/,
            cases: [
                "test_list_map_runs_and_describe_map_run", "test_start_version_execution", "test_start_execution_sync",
                "test_lambda_invoke_with_retry_extended_input", "test_lambda_service_invoke_with_retry_extended_input",
            ]),
        KnownDifference(
            reason: "Recorded since November 2024, when the exit of a distributed Map began to follow MapRunStarted.",
            line: /get_execution_history\.events\[8\]\.previousEventId: 6 != 7/,
            cases: [
                "test_reference_in_map_state[MAP_STATE_REFERENCE_IN_ITEM_SELECTOR]",
                "test_reference_in_map_state_max_items_path", "test_map_item_reader_base_json_with_items_path",
                "test_map_state_config_distributed_item_selector_parameters",
                "test_map_state_config_distributed_items_path_from_previous",
                "test_map_state_nested_config_distributed",
            ]),
        KnownDifference(
            reason: "The script has one role for all: an update to another role changes nothing here.",
            line: /revisionId: missing/,
            cases: [
                "test_create_update_state_machine_base_role_arn", "test_create_update_state_machine_same_parameters",
            ]),
        KnownDifference(
            reason:
                "Names of the recording are placeholders the script does not read; activities of earlier cases are listed too.",
            line: /list_activities_response\.activities/, cases: ["::test_list_activities"]),
        KnownDifference(
            reason: "A placeholder of the recording stands inside a text that is not an object.",
            line: /\.output: '\[\{"Etag": "<Etag-/, cases: ["test_map_item_reader_base_list_objects_v2"]),
        KnownDifference(
            reason: "The recording shows this input without its spaces; every other one shows an input as it was sent.",
            line: /events\[1\]\.stateEnteredEventDetails\.input: '\["Hello","World"\]'/,
            cases: ["test_map_state_label", "test_map_state_result_writer"]),
        KnownDifference(
            reason: "A recording without order lacks an event, as the ids around it show.",
            line: /expected (?:9|12|18) events \(without ParallelStateSucceeded\), got/,
            cases: ["test_parallel_state_nested", "test_parallel_catch_error"]),
        KnownDifference(
            reason: "The text of the error holds the stack of a Python function.",
            line: /File .*\/var\/task\/handler\.py/, cases: ["test_map_catch_error", "TestExpressSync::test_catch"]),
        KnownDifference(
            reason: "Too far in the future then, not far enough now.",
            line: /events: expected a list of 3, got 2/, cases: ["test_timestamp_too_far_in_future_boundary"]),
        KnownDifference(
            reason: "Billed for the time it took, which depends on the machine.",
            line: /billedDurationInMilliseconds/, cases: ["TestExpressSync"]),
        KnownDifference(
            reason: "The object's bytes are not part of the recording.",
            line: /events: expected a list of 7, got 6/,
            cases: ["test_s3_get_object[binary]", "test_s3_get_object[empty_binary]"]),
    ]
}
