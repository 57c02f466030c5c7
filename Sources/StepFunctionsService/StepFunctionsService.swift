import AWSWire
import ExecutionEngine
import ResourceNames
import StorageContract

/// The Step Functions API over an execution engine.
package struct StepFunctionsService: Sendable {
    /// Its actions.
    package let actions: ServiceActions

    /// Reads the state machines from the store.
    package init(store: any Store, engine: ExecutionEngine, clock: any WallClock, entropy: Entropy) throws(StoreError) {
        let catalog = try StateMachineCatalog(store: store)
        let pages = PageTokens(clock: clock)
        actions = ServiceActions(
            service: "states",
            [
                CreateStateMachine(catalog: catalog, engine: engine, clock: clock),
                DescribeStateMachine(catalog: catalog, engine: engine),
                UpdateStateMachine(catalog: catalog, engine: engine, clock: clock, entropy: entropy),
                DeleteStateMachine(catalog: catalog),
                ListStateMachines(catalog: catalog, pages: pages),
                DescribeStateMachineForExecution(catalog: catalog, engine: engine),
                StartExecution(catalog: catalog, engine: engine),
                StartSyncExecution(catalog: catalog, engine: engine),
                DescribeExecution(engine: engine),
                StopExecution(engine: engine),
                RedriveExecution(engine: engine),
                ListExecutions(catalog: catalog, engine: engine, pages: pages),
                GetExecutionHistory(engine: engine, pages: pages),
                SendTaskSuccess(engine: engine),
                SendTaskFailure(engine: engine),
                SendTaskHeartbeat(engine: engine),
                TagResource(catalog: catalog),
                UntagResource(catalog: catalog),
                ListTagsForResource(catalog: catalog),
            ])
    }
}
