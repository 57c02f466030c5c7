// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sfn`.
    static let sfn = ModelReader.read(
        #"""
        service sfn - - - - coral
        action createActivity - CreateActivityOutput
        action createStateMachine - CreateStateMachineOutput
        action createStateMachineAlias - CreateStateMachineAliasOutput
        action deleteActivity - DeleteActivityOutput
        action deleteStateMachine - DeleteStateMachineOutput
        action deleteStateMachineAlias - DeleteStateMachineAliasOutput
        action deleteStateMachineVersion - DeleteStateMachineVersionOutput
        action describeActivity - DescribeActivityOutput
        action describeExecution - DescribeExecutionOutput
        action describeMapRun - DescribeMapRunOutput
        action describeStateMachine - DescribeStateMachineOutput
        action describeStateMachineAlias - DescribeStateMachineAliasOutput
        action describeStateMachineForExecution - DescribeStateMachineForExecutionOutput
        action getActivityTask - GetActivityTaskOutput
        action getExecutionHistory - GetExecutionHistoryOutput
        action listActivities - ListActivitiesOutput
        action listExecutions - ListExecutionsOutput
        action listMapRuns - ListMapRunsOutput
        action listStateMachineAliases - ListStateMachineAliasesOutput
        action listStateMachineVersions - ListStateMachineVersionsOutput
        action listStateMachines - ListStateMachinesOutput
        action listTagsForResource - ListTagsForResourceOutput
        action publishStateMachineVersion - PublishStateMachineVersionOutput
        action redriveExecution - RedriveExecutionOutput
        action sendTaskFailure - SendTaskFailureOutput
        action sendTaskHeartbeat - SendTaskHeartbeatOutput
        action sendTaskSuccess - SendTaskSuccessOutput
        action startExecution - StartExecutionOutput
        action startSyncExecution - StartSyncExecutionOutput
        action stopExecution - StopExecutionOutput
        action tagResource - TagResourceOutput
        action testState - TestStateOutput
        action untagResource - UntagResourceOutput
        action updateMapRun - UpdateMapRunOutput
        action updateStateMachine - UpdateStateMachineOutput
        action updateStateMachineAlias - UpdateStateMachineAliasOutput
        action validateStateMachineDefinition - ValidateStateMachineDefinitionOutput
        boolean -boolean
        double InspectionToleratedFailurePercentage 0..100
        double ToleratedFailurePercentage 0..100
        integer -integer
        integer BilledDuration 0..
        integer BilledMemoryUsed 0..
        integer ExceptionHandlerIndex 0..
        integer InspectionMaxConcurrency 0..
        integer InspectionToleratedFailureCount 0..
        integer KmsDataKeyReusePeriodSeconds 60..900
        integer MaxConcurrency 0..
        integer RetryBackoffIntervalSeconds 0..
        integer ToleratedFailureCount 0..
        integer UnsignedInteger 0..
        integer UnsignedLong 0..
        integer VersionWeight 0..100
        list ActivityList ActivityListItem -
        list ExecutionList ExecutionListItem -
        list HistoryEventList HistoryEvent -
        list LogDestinationList LogDestination -
        list MapRunList MapRunListItem -
        list RoutingConfigurationList RoutingConfigurationListItem - 1..2
        list StateMachineAliasList StateMachineAliasListItem -
        list StateMachineList StateMachineListItem -
        list StateMachineVersionList StateMachineVersionListItem -
        list TagList Tag -
        list ValidateStateMachineDefinitionDiagnosticList ValidateStateMachineDefinitionDiagnostic -
        list VariableNameList -string -
        map AssignedVariables -string -string - -
        map VariableReferences StateName VariableNameList - -
        string -string
        string AliasDescription ..256
        string Arn 1..256
        string ConnectorParameters 0..262144
        string Definition 1..1048576
        string EncryptionType enum AWS_OWNED_KEY,CUSTOMER_MANAGED_KMS_KEY
        string EvaluationFailureLocation 0..256
        string ExecutionRedriveStatus enum REDRIVABLE,NOT_REDRIVABLE,REDRIVABLE_BY_MAP_RUN
        string ExecutionStatus enum RUNNING,SUCCEEDED,FAILED,TIMED_OUT,ABORTED,PENDING_REDRIVE
        string HistoryEventType enum ActivityFailed,ActivityScheduled,ActivityScheduleFailed,ActivityStarted,ActivitySucceeded,ActivityTimedOut,ChoiceStateEntered,ChoiceStateExited,ExecutionAborted,ExecutionFailed,ExecutionStarted,ExecutionSucceeded,ExecutionTimedOut,FailStateEntered,LambdaFunctionFailed,LambdaFunctionScheduled,LambdaFunctionScheduleFailed,LambdaFunctionStarted,LambdaFunctionStartFailed,LambdaFunctionSucceeded,LambdaFunctionTimedOut,MapIterationAborted,MapIterationFailed,MapIterationStarted,MapIterationSucceeded,MapStateAborted,MapStateEntered,MapStateExited,MapStateFailed,MapStateStarted,MapStateSucceeded,ParallelStateAborted,ParallelStateEntered,ParallelStateExited,ParallelStateFailed,ParallelStateStarted,ParallelStateSucceeded,PassStateEntered,PassStateExited,SucceedStateEntered,SucceedStateExited,TaskFailed,TaskScheduled,TaskStarted,TaskStartFailed,TaskStateAborted,TaskStateEntered,TaskStateExited,TaskSubmitFailed,TaskSubmitted,TaskSucceeded,TaskTimedOut,WaitStateAborted,WaitStateEntered,WaitStateExited,MapRunAborted,MapRunFailed,MapRunStarted,MapRunSucceeded,ExecutionRedriven,MapRunRedriven,EvaluationFailed
        string Identity ..256
        string KmsKeyId 1..2048
        string ListExecutionsPageToken 1..3096
        string LogLevel enum ALL,ERROR,FATAL,OFF
        string LongArn 1..2000
        string MapRunStatus enum RUNNING,SUCCEEDED,FAILED,ABORTED
        string Name 1..80
        string PageToken 1..1024
        string SensitiveCause 0..32768
        string SensitiveData ..262144
        string SensitiveDataJobInput ..1048576
        string SensitiveError 0..256
        string StateMachineStatus enum ACTIVE,DELETING
        string StateMachineType enum STANDARD,EXPRESS
        string StateName 1..80
        string SyncExecutionStatus enum SUCCEEDED,FAILED,TIMED_OUT
        string TagKey 1..128
        string TagValue 0..256
        string TaskToken 1..2048
        string TestExecutionStatus enum SUCCEEDED,FAILED,RETRIABLE,CAUGHT_ERROR
        string TraceHeader 0..256
        string ValidateStateMachineDefinitionResultCode enum OK,FAIL
        string ValidateStateMachineDefinitionSeverity enum ERROR,WARNING
        string VersionDescription ..256
        structure ActivityFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure ActivityListItem ActivityArn*:Arn Name*:Name CreationDate*:-timestamp
        structure ActivityScheduleFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure ActivityScheduledEventDetails Resource*:Arn Input:SensitiveData InputDetails:HistoryEventExecutionDataDetails TimeoutInSeconds:-integer HeartbeatInSeconds:-integer
        structure ActivityStartedEventDetails WorkerName:Identity
        structure ActivitySucceededEventDetails Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails
        structure ActivityTimedOutEventDetails Error:SensitiveError Cause:SensitiveCause
        structure AssignedVariablesDetails Truncated:-boolean
        structure BillingDetails BilledMemoryUsedInMb:BilledMemoryUsed BilledDurationInMilliseconds:BilledDuration
        structure CloudWatchEventsExecutionDataDetails Included:-boolean
        structure CloudWatchLogsLogGroup LogGroupArn:Arn
        structure CreateActivityOutput ActivityArn*:Arn CreationDate*:-timestamp
        structure CreateStateMachineAliasOutput StateMachineAliasArn*:Arn CreationDate*:-timestamp
        structure CreateStateMachineOutput StateMachineArn*:Arn CreationDate*:-timestamp StateMachineVersionArn:Arn
        structure DeleteActivityOutput
        structure DeleteStateMachineAliasOutput
        structure DeleteStateMachineOutput
        structure DeleteStateMachineVersionOutput
        structure DescribeActivityOutput ActivityArn*:Arn Name*:Name CreationDate*:-timestamp EncryptionConfiguration:EncryptionConfiguration
        structure DescribeExecutionOutput ExecutionArn*:Arn StateMachineArn*:Arn Name:Name Status*:ExecutionStatus StartDate*:-timestamp StopDate:-timestamp Input:SensitiveData InputDetails:CloudWatchEventsExecutionDataDetails Output:SensitiveData OutputDetails:CloudWatchEventsExecutionDataDetails TraceHeader:TraceHeader MapRunArn:LongArn Error:SensitiveError Cause:SensitiveCause StateMachineVersionArn:Arn StateMachineAliasArn:Arn RedriveCount:-integer RedriveDate:-timestamp RedriveStatus:ExecutionRedriveStatus RedriveStatusReason:SensitiveData
        structure DescribeMapRunOutput MapRunArn*:LongArn ExecutionArn*:Arn Status*:MapRunStatus StartDate*:-timestamp StopDate:-timestamp MaxConcurrency*:MaxConcurrency ToleratedFailurePercentage*:ToleratedFailurePercentage ToleratedFailureCount*:ToleratedFailureCount ItemCounts*:MapRunItemCounts ExecutionCounts*:MapRunExecutionCounts RedriveCount:-integer RedriveDate:-timestamp
        structure DescribeStateMachineAliasOutput StateMachineAliasArn:Arn Name:Name Description:AliasDescription RoutingConfiguration:RoutingConfigurationList CreationDate:-timestamp UpdateDate:-timestamp
        structure DescribeStateMachineForExecutionOutput StateMachineArn*:Arn Name*:Name Definition*:Definition RoleArn*:Arn UpdateDate*:-timestamp LoggingConfiguration:LoggingConfiguration TracingConfiguration:TracingConfiguration MapRunArn:LongArn Label:-string RevisionId:-string EncryptionConfiguration:EncryptionConfiguration VariableReferences:VariableReferences
        structure DescribeStateMachineOutput StateMachineArn*:Arn Name*:Name Status:StateMachineStatus Definition*:Definition RoleArn*:Arn Type*:StateMachineType CreationDate*:-timestamp LoggingConfiguration:LoggingConfiguration TracingConfiguration:TracingConfiguration Label:-string RevisionId:-string Description:VersionDescription EncryptionConfiguration:EncryptionConfiguration VariableReferences:VariableReferences
        structure EncryptionConfiguration KmsKeyId:KmsKeyId KmsDataKeyReusePeriodSeconds:KmsDataKeyReusePeriodSeconds Type*:EncryptionType
        structure EvaluationFailedEventDetails Error:SensitiveError Cause:SensitiveCause Location:EvaluationFailureLocation State*:StateName
        structure ExecutionAbortedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure ExecutionFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure ExecutionListItem ExecutionArn*:Arn StateMachineArn*:Arn Name*:Name Status*:ExecutionStatus StartDate*:-timestamp StopDate:-timestamp MapRunArn:LongArn ItemCount:UnsignedInteger StateMachineVersionArn:Arn StateMachineAliasArn:Arn RedriveCount:-integer RedriveDate:-timestamp
        structure ExecutionRedrivenEventDetails RedriveCount:-integer
        structure ExecutionStartedEventDetails Input:SensitiveData InputDetails:HistoryEventExecutionDataDetails RoleArn:Arn StateMachineAliasArn:Arn StateMachineVersionArn:Arn
        structure ExecutionSucceededEventDetails Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails
        structure ExecutionTimedOutEventDetails Error:SensitiveError Cause:SensitiveCause
        structure GetActivityTaskOutput TaskToken:TaskToken Input:SensitiveDataJobInput
        structure GetExecutionHistoryOutput Events*:HistoryEventList NextToken:PageToken
        structure HistoryEvent Timestamp*:-timestamp Type*:HistoryEventType Id*:-integer PreviousEventId:-integer ActivityFailedEventDetails:ActivityFailedEventDetails ActivityScheduleFailedEventDetails:ActivityScheduleFailedEventDetails ActivityScheduledEventDetails:ActivityScheduledEventDetails ActivityStartedEventDetails:ActivityStartedEventDetails ActivitySucceededEventDetails:ActivitySucceededEventDetails ActivityTimedOutEventDetails:ActivityTimedOutEventDetails TaskFailedEventDetails:TaskFailedEventDetails TaskScheduledEventDetails:TaskScheduledEventDetails TaskStartFailedEventDetails:TaskStartFailedEventDetails TaskStartedEventDetails:TaskStartedEventDetails TaskSubmitFailedEventDetails:TaskSubmitFailedEventDetails TaskSubmittedEventDetails:TaskSubmittedEventDetails TaskSucceededEventDetails:TaskSucceededEventDetails TaskTimedOutEventDetails:TaskTimedOutEventDetails ExecutionFailedEventDetails:ExecutionFailedEventDetails ExecutionStartedEventDetails:ExecutionStartedEventDetails ExecutionSucceededEventDetails:ExecutionSucceededEventDetails ExecutionAbortedEventDetails:ExecutionAbortedEventDetails ExecutionTimedOutEventDetails:ExecutionTimedOutEventDetails ExecutionRedrivenEventDetails:ExecutionRedrivenEventDetails MapStateStartedEventDetails:MapStateStartedEventDetails MapIterationStartedEventDetails:MapIterationEventDetails MapIterationSucceededEventDetails:MapIterationEventDetails MapIterationFailedEventDetails:MapIterationEventDetails MapIterationAbortedEventDetails:MapIterationEventDetails LambdaFunctionFailedEventDetails:LambdaFunctionFailedEventDetails LambdaFunctionScheduleFailedEventDetails:LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduledEventDetails:LambdaFunctionScheduledEventDetails LambdaFunctionStartFailedEventDetails:LambdaFunctionStartFailedEventDetails LambdaFunctionSucceededEventDetails:LambdaFunctionSucceededEventDetails LambdaFunctionTimedOutEventDetails:LambdaFunctionTimedOutEventDetails StateEnteredEventDetails:StateEnteredEventDetails StateExitedEventDetails:StateExitedEventDetails MapRunStartedEventDetails:MapRunStartedEventDetails MapRunFailedEventDetails:MapRunFailedEventDetails MapRunRedrivenEventDetails:MapRunRedrivenEventDetails EvaluationFailedEventDetails:EvaluationFailedEventDetails
        structure HistoryEventExecutionDataDetails Truncated:-boolean
        structure InspectionData Input:SensitiveData AfterArguments:SensitiveData AfterInputPath:SensitiveData AfterParameters:SensitiveData Result:SensitiveData AfterResultSelector:SensitiveData AfterResultPath:SensitiveData Request:InspectionDataRequest Response:InspectionDataResponse Variables:SensitiveData ErrorDetails:InspectionErrorDetails AfterItemsPath:SensitiveData AfterItemSelector:SensitiveData AfterItemBatcher:SensitiveData AfterItemsPointer:SensitiveData ToleratedFailureCount:InspectionToleratedFailureCount ToleratedFailurePercentage:InspectionToleratedFailurePercentage MaxConcurrency:InspectionMaxConcurrency
        structure InspectionDataRequest Protocol:-string Method:-string Url:-string Headers:-string Body:-string
        structure InspectionDataResponse Protocol:-string StatusCode:-string StatusMessage:-string Headers:-string Body:-string
        structure InspectionErrorDetails CatchIndex:ExceptionHandlerIndex RetryIndex:ExceptionHandlerIndex RetryBackoffIntervalSeconds:RetryBackoffIntervalSeconds
        structure LambdaFunctionFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure LambdaFunctionScheduleFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure LambdaFunctionScheduledEventDetails Resource*:Arn Input:SensitiveData InputDetails:HistoryEventExecutionDataDetails TimeoutInSeconds:-integer TaskCredentials:TaskCredentials
        structure LambdaFunctionStartFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure LambdaFunctionSucceededEventDetails Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails
        structure LambdaFunctionTimedOutEventDetails Error:SensitiveError Cause:SensitiveCause
        structure ListActivitiesOutput Activities*:ActivityList NextToken:PageToken
        structure ListExecutionsOutput Executions*:ExecutionList NextToken:ListExecutionsPageToken
        structure ListMapRunsOutput MapRuns*:MapRunList NextToken:PageToken
        structure ListStateMachineAliasesOutput StateMachineAliases*:StateMachineAliasList NextToken:PageToken
        structure ListStateMachineVersionsOutput StateMachineVersions*:StateMachineVersionList NextToken:PageToken
        structure ListStateMachinesOutput StateMachines*:StateMachineList NextToken:PageToken
        structure ListTagsForResourceOutput Tags:TagList
        structure LogDestination CloudWatchLogsLogGroup:CloudWatchLogsLogGroup
        structure LoggingConfiguration Level:LogLevel IncludeExecutionData:-boolean Destinations:LogDestinationList
        structure MapIterationEventDetails Name:Name Index:UnsignedInteger
        structure MapRunExecutionCounts Pending*:UnsignedLong Running*:UnsignedLong Succeeded*:UnsignedLong Failed*:UnsignedLong TimedOut*:UnsignedLong Aborted*:UnsignedLong Total*:UnsignedLong ResultsWritten*:UnsignedLong FailuresNotRedrivable:-integer PendingRedrive:-integer
        structure MapRunFailedEventDetails Error:SensitiveError Cause:SensitiveCause
        structure MapRunItemCounts Pending*:UnsignedLong Running*:UnsignedLong Succeeded*:UnsignedLong Failed*:UnsignedLong TimedOut*:UnsignedLong Aborted*:UnsignedLong Total*:UnsignedLong ResultsWritten*:UnsignedLong FailuresNotRedrivable:-integer PendingRedrive:-integer
        structure MapRunListItem ExecutionArn*:Arn MapRunArn*:LongArn StateMachineArn*:Arn StartDate*:-timestamp StopDate:-timestamp
        structure MapRunRedrivenEventDetails MapRunArn:LongArn RedriveCount:-integer
        structure MapRunStartedEventDetails MapRunArn:LongArn
        structure MapStateStartedEventDetails Length:UnsignedInteger
        structure PublishStateMachineVersionOutput CreationDate*:-timestamp StateMachineVersionArn*:Arn
        structure RedriveExecutionOutput RedriveDate*:-timestamp
        structure RoutingConfigurationListItem StateMachineVersionArn*:Arn Weight*:VersionWeight
        structure SendTaskFailureOutput
        structure SendTaskHeartbeatOutput
        structure SendTaskSuccessOutput
        structure StartExecutionOutput ExecutionArn*:Arn StartDate*:-timestamp
        structure StartSyncExecutionOutput ExecutionArn*:Arn StateMachineArn:Arn Name:Name StartDate*:-timestamp StopDate*:-timestamp Status*:SyncExecutionStatus Error:SensitiveError Cause:SensitiveCause Input:SensitiveData InputDetails:CloudWatchEventsExecutionDataDetails Output:SensitiveData OutputDetails:CloudWatchEventsExecutionDataDetails TraceHeader:TraceHeader BillingDetails:BillingDetails
        structure StateEnteredEventDetails Name*:Name Input:SensitiveData InputDetails:HistoryEventExecutionDataDetails
        structure StateExitedEventDetails Name*:Name Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails AssignedVariables:AssignedVariables AssignedVariablesDetails:AssignedVariablesDetails
        structure StateMachineAliasListItem StateMachineAliasArn*:LongArn CreationDate*:-timestamp
        structure StateMachineListItem StateMachineArn*:Arn Name*:Name Type*:StateMachineType CreationDate*:-timestamp
        structure StateMachineVersionListItem StateMachineVersionArn*:LongArn CreationDate*:-timestamp
        structure StopExecutionOutput StopDate*:-timestamp
        structure Tag Key:TagKey Value:TagValue
        structure TagResourceOutput
        structure TaskCredentials RoleArn:LongArn
        structure TaskFailedEventDetails ResourceType*:Name Resource*:Name Error:SensitiveError Cause:SensitiveCause
        structure TaskScheduledEventDetails ResourceType*:Name Resource*:Name Region*:Name Parameters*:ConnectorParameters TimeoutInSeconds:-integer HeartbeatInSeconds:-integer TaskCredentials:TaskCredentials
        structure TaskStartFailedEventDetails ResourceType*:Name Resource*:Name Error:SensitiveError Cause:SensitiveCause
        structure TaskStartedEventDetails ResourceType*:Name Resource*:Name
        structure TaskSubmitFailedEventDetails ResourceType*:Name Resource*:Name Error:SensitiveError Cause:SensitiveCause
        structure TaskSubmittedEventDetails ResourceType*:Name Resource*:Name Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails
        structure TaskSucceededEventDetails ResourceType*:Name Resource*:Name Output:SensitiveData OutputDetails:HistoryEventExecutionDataDetails
        structure TaskTimedOutEventDetails ResourceType*:Name Resource*:Name Error:SensitiveError Cause:SensitiveCause
        structure TestStateOutput Output:SensitiveData Error:SensitiveError Cause:SensitiveCause InspectionData:InspectionData NextState:StateName Status:TestExecutionStatus
        structure TracingConfiguration Enabled:-boolean
        structure UntagResourceOutput
        structure UpdateMapRunOutput
        structure UpdateStateMachineAliasOutput UpdateDate*:-timestamp
        structure UpdateStateMachineOutput UpdateDate*:-timestamp RevisionId:-string StateMachineVersionArn:Arn
        structure ValidateStateMachineDefinitionDiagnostic Severity*:ValidateStateMachineDefinitionSeverity Code*:-string Message*:-string Location:-string
        structure ValidateStateMachineDefinitionOutput Result*:ValidateStateMachineDefinitionResultCode Diagnostics*:ValidateStateMachineDefinitionDiagnosticList Truncated:-boolean
        timestamp -timestamp
        """#)
}
