// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `states`.
    package static let stepFunctions = ModelReader.read(
        #"""
        service states json 1.0 AWSStepFunctions 2016-11-23 coral
        action CreateActivity CreateActivityInput CreateActivityOutput
        action CreateStateMachine CreateStateMachineInput CreateStateMachineOutput
        action CreateStateMachineAlias CreateStateMachineAliasInput CreateStateMachineAliasOutput
        action DeleteActivity DeleteActivityInput DeleteActivityOutput
        action DeleteStateMachine DeleteStateMachineInput DeleteStateMachineOutput
        action DeleteStateMachineAlias DeleteStateMachineAliasInput DeleteStateMachineAliasOutput
        action DeleteStateMachineVersion DeleteStateMachineVersionInput DeleteStateMachineVersionOutput
        action DescribeActivity DescribeActivityInput DescribeActivityOutput
        action DescribeExecution DescribeExecutionInput DescribeExecutionOutput
        action DescribeMapRun DescribeMapRunInput DescribeMapRunOutput
        action DescribeStateMachine DescribeStateMachineInput DescribeStateMachineOutput
        action DescribeStateMachineAlias DescribeStateMachineAliasInput DescribeStateMachineAliasOutput
        action DescribeStateMachineForExecution DescribeStateMachineForExecutionInput DescribeStateMachineForExecutionOutput
        action GetActivityTask GetActivityTaskInput GetActivityTaskOutput
        action GetExecutionHistory GetExecutionHistoryInput GetExecutionHistoryOutput
        action ListActivities ListActivitiesInput ListActivitiesOutput
        action ListExecutions ListExecutionsInput ListExecutionsOutput
        action ListMapRuns ListMapRunsInput ListMapRunsOutput
        action ListStateMachineAliases ListStateMachineAliasesInput ListStateMachineAliasesOutput
        action ListStateMachineVersions ListStateMachineVersionsInput ListStateMachineVersionsOutput
        action ListStateMachines ListStateMachinesInput ListStateMachinesOutput
        action ListTagsForResource ListTagsForResourceInput ListTagsForResourceOutput
        action PublishStateMachineVersion PublishStateMachineVersionInput PublishStateMachineVersionOutput
        action RedriveExecution RedriveExecutionInput RedriveExecutionOutput
        action SendTaskFailure SendTaskFailureInput SendTaskFailureOutput
        action SendTaskHeartbeat SendTaskHeartbeatInput SendTaskHeartbeatOutput
        action SendTaskSuccess SendTaskSuccessInput SendTaskSuccessOutput
        action StartExecution StartExecutionInput StartExecutionOutput
        action StartSyncExecution StartSyncExecutionInput StartSyncExecutionOutput
        action StopExecution StopExecutionInput StopExecutionOutput
        action TagResource TagResourceInput TagResourceOutput
        action TestState TestStateInput TestStateOutput
        action UntagResource UntagResourceInput UntagResourceOutput
        action UpdateMapRun UpdateMapRunInput UpdateMapRunOutput
        action UpdateStateMachine UpdateStateMachineInput UpdateStateMachineOutput
        action UpdateStateMachineAlias UpdateStateMachineAliasInput UpdateStateMachineAliasOutput
        action ValidateStateMachineDefinition ValidateStateMachineDefinitionInput ValidateStateMachineDefinitionOutput
        error ActivityAlreadyExists 400 ActivityAlreadyExists message
        error ActivityDoesNotExist 400 ActivityDoesNotExist message
        error ActivityLimitExceeded 400 ActivityLimitExceeded message
        error ActivityWorkerLimitExceeded 400 ActivityWorkerLimitExceeded message
        error ConflictException 400 ConflictException message
        error ExecutionAlreadyExists 400 ExecutionAlreadyExists message
        error ExecutionDoesNotExist 400 ExecutionDoesNotExist message
        error ExecutionLimitExceeded 400 ExecutionLimitExceeded message
        error ExecutionNotRedrivable 400 ExecutionNotRedrivable message
        error InvalidArn 400 InvalidArn message
        error InvalidDefinition 400 InvalidDefinition message
        error InvalidEncryptionConfiguration 400 InvalidEncryptionConfiguration message
        error InvalidExecutionInput 400 InvalidExecutionInput message
        error InvalidLoggingConfiguration 400 InvalidLoggingConfiguration message
        error InvalidName 400 InvalidName message
        error InvalidOutput 400 InvalidOutput message
        error InvalidToken 400 InvalidToken message
        error InvalidTracingConfiguration 400 InvalidTracingConfiguration message
        error KmsAccessDeniedException 400 KmsAccessDeniedException message
        error KmsInvalidStateException 400 KmsInvalidStateException message
        error KmsThrottlingException 400 KmsThrottlingException message
        error MissingRequiredParameter 400 MissingRequiredParameter message
        error ResourceNotFound 400 ResourceNotFound message
        error ServiceQuotaExceededException 400 ServiceQuotaExceededException message
        error StateMachineAlreadyExists 400 StateMachineAlreadyExists message
        error StateMachineDeleting 400 StateMachineDeleting message
        error StateMachineDoesNotExist 400 StateMachineDoesNotExist message
        error StateMachineLimitExceeded 400 StateMachineLimitExceeded message
        error StateMachineTypeNotSupported 400 StateMachineTypeNotSupported message
        error TaskDoesNotExist 400 TaskDoesNotExist message
        error TaskTimedOut 400 TaskTimedOut message
        error TooManyTags 400 TooManyTags message
        error ValidationException 400 ValidationException message
        structure ActivityFailedEventDetails error:SensitiveError cause:SensitiveCause
        list ActivityList ActivityListItem member
        structure ActivityListItem activityArn*:Arn name*:Name creationDate*:Timestamp
        structure ActivityScheduleFailedEventDetails error:SensitiveError cause:SensitiveCause
        structure ActivityScheduledEventDetails resource*:Arn input:SensitiveData inputDetails:HistoryEventExecutionDataDetails timeoutInSeconds:TimeoutInSeconds heartbeatInSeconds:TimeoutInSeconds
        structure ActivityStartedEventDetails workerName:Identity
        structure ActivitySucceededEventDetails output:SensitiveData outputDetails:HistoryEventExecutionDataDetails
        structure ActivityTimedOutEventDetails error:SensitiveError cause:SensitiveCause
        string AliasDescription ..256 sensitive
        string Arn 1..256
        map AssignedVariables VariableName VariableValue key value
        structure AssignedVariablesDetails truncated:truncated
        long BilledDuration 0..
        long BilledMemoryUsed 0..
        structure BillingDetails billedMemoryUsedInMB:BilledMemoryUsed billedDurationInMilliseconds:BilledDuration
        string CharacterRestrictedName 1..80 pattern ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$
        string ClientToken 1..64 pattern [!-~]+
        structure CloudWatchEventsExecutionDataDetails included:includedDetails
        structure CloudWatchLogsLogGroup logGroupArn:Arn
        string ConnectorParameters 0..262144 sensitive
        structure CreateActivityInput name*:Name tags:TagList encryptionConfiguration:EncryptionConfiguration
        structure CreateActivityOutput activityArn*:Arn creationDate*:Timestamp
        structure CreateStateMachineAliasInput description:AliasDescription name*:CharacterRestrictedName routingConfiguration*:RoutingConfigurationList
        structure CreateStateMachineAliasOutput stateMachineAliasArn*:Arn creationDate*:Timestamp
        structure CreateStateMachineInput name*:Name definition*:Definition roleArn*:Arn type:StateMachineType loggingConfiguration:LoggingConfiguration tags:TagList tracingConfiguration:TracingConfiguration publish:Publish versionDescription:VersionDescription encryptionConfiguration:EncryptionConfiguration
        structure CreateStateMachineOutput stateMachineArn*:Arn creationDate*:Timestamp stateMachineVersionArn:Arn
        string Definition 1..1048576 sensitive
        structure DeleteActivityInput activityArn*:Arn
        structure DeleteActivityOutput 
        structure DeleteStateMachineAliasInput stateMachineAliasArn*:Arn
        structure DeleteStateMachineAliasOutput 
        structure DeleteStateMachineInput stateMachineArn*:Arn
        structure DeleteStateMachineOutput 
        structure DeleteStateMachineVersionInput stateMachineVersionArn*:LongArn
        structure DeleteStateMachineVersionOutput 
        structure DescribeActivityInput activityArn*:Arn
        structure DescribeActivityOutput activityArn*:Arn name*:Name creationDate*:Timestamp encryptionConfiguration:EncryptionConfiguration
        structure DescribeExecutionInput executionArn*:Arn includedData:IncludedData
        structure DescribeExecutionOutput executionArn*:Arn stateMachineArn*:Arn name:Name status*:ExecutionStatus startDate*:Timestamp stopDate:Timestamp input:SensitiveData inputDetails:CloudWatchEventsExecutionDataDetails output:SensitiveData outputDetails:CloudWatchEventsExecutionDataDetails traceHeader:TraceHeader mapRunArn:LongArn error:SensitiveError cause:SensitiveCause stateMachineVersionArn:Arn stateMachineAliasArn:Arn redriveCount:RedriveCount redriveDate:Timestamp redriveStatus:ExecutionRedriveStatus redriveStatusReason:SensitiveData
        structure DescribeMapRunInput mapRunArn*:LongArn
        structure DescribeMapRunOutput mapRunArn*:LongArn executionArn*:Arn status*:MapRunStatus startDate*:Timestamp stopDate:Timestamp maxConcurrency*:MaxConcurrency toleratedFailurePercentage*:ToleratedFailurePercentage toleratedFailureCount*:ToleratedFailureCount itemCounts*:MapRunItemCounts executionCounts*:MapRunExecutionCounts redriveCount:RedriveCount redriveDate:Timestamp
        structure DescribeStateMachineAliasInput stateMachineAliasArn*:Arn
        structure DescribeStateMachineAliasOutput stateMachineAliasArn:Arn name:Name description:AliasDescription routingConfiguration:RoutingConfigurationList creationDate:Timestamp updateDate:Timestamp
        structure DescribeStateMachineForExecutionInput executionArn*:Arn includedData:IncludedData
        structure DescribeStateMachineForExecutionOutput stateMachineArn*:Arn name*:Name definition*:Definition roleArn*:Arn updateDate*:Timestamp loggingConfiguration:LoggingConfiguration tracingConfiguration:TracingConfiguration mapRunArn:LongArn label:MapRunLabel revisionId:RevisionId encryptionConfiguration:EncryptionConfiguration variableReferences:VariableReferences
        structure DescribeStateMachineInput stateMachineArn*:Arn includedData:IncludedData
        structure DescribeStateMachineOutput stateMachineArn*:Arn name*:Name status:StateMachineStatus definition*:Definition roleArn*:Arn type*:StateMachineType creationDate*:Timestamp loggingConfiguration:LoggingConfiguration tracingConfiguration:TracingConfiguration label:MapRunLabel revisionId:RevisionId description:VersionDescription encryptionConfiguration:EncryptionConfiguration variableReferences:VariableReferences
        boolean Enabled
        structure EncryptionConfiguration kmsKeyId:KmsKeyId kmsDataKeyReusePeriodSeconds:KmsDataKeyReusePeriodSeconds type*:EncryptionType
        string EncryptionType enum AWS_OWNED_KEY,CUSTOMER_MANAGED_KMS_KEY
        structure EvaluationFailedEventDetails error:SensitiveError cause:SensitiveCause location:EvaluationFailureLocation state*:StateName
        string EvaluationFailureLocation 0..256 sensitive
        long EventId
        integer ExceptionHandlerIndex 0.. sensitive
        structure ExecutionAbortedEventDetails error:SensitiveError cause:SensitiveCause
        structure ExecutionFailedEventDetails error:SensitiveError cause:SensitiveCause
        list ExecutionList ExecutionListItem member
        structure ExecutionListItem executionArn*:Arn stateMachineArn*:Arn name*:Name status*:ExecutionStatus startDate*:Timestamp stopDate:Timestamp mapRunArn:LongArn itemCount:UnsignedInteger stateMachineVersionArn:Arn stateMachineAliasArn:Arn redriveCount:RedriveCount redriveDate:Timestamp
        string ExecutionRedriveFilter enum REDRIVEN,NOT_REDRIVEN
        string ExecutionRedriveStatus enum REDRIVABLE,NOT_REDRIVABLE,REDRIVABLE_BY_MAP_RUN
        structure ExecutionRedrivenEventDetails redriveCount:RedriveCount
        structure ExecutionStartedEventDetails input:SensitiveData inputDetails:HistoryEventExecutionDataDetails roleArn:Arn stateMachineAliasArn:Arn stateMachineVersionArn:Arn
        string ExecutionStatus enum SUCCEEDED,TIMED_OUT,PENDING_REDRIVE,ABORTED,FAILED,RUNNING
        structure ExecutionSucceededEventDetails output:SensitiveData outputDetails:HistoryEventExecutionDataDetails
        structure ExecutionTimedOutEventDetails error:SensitiveError cause:SensitiveCause
        structure GetActivityTaskInput activityArn*:Arn workerName:Name
        structure GetActivityTaskOutput taskToken:TaskToken input:SensitiveDataJobInput
        structure GetExecutionHistoryInput executionArn*:Arn maxResults:PageSize reverseOrder:ReverseOrder nextToken:PageToken includeExecutionData:IncludeExecutionDataGetExecutionHistory
        structure GetExecutionHistoryOutput events*:HistoryEventList nextToken:PageToken
        string HTTPBody
        string HTTPHeaders
        string HTTPMethod
        string HTTPProtocol
        string HTTPStatusCode
        string HTTPStatusMessage
        structure HistoryEvent timestamp*:Timestamp type*:HistoryEventType id*:EventId previousEventId:EventId activityFailedEventDetails:ActivityFailedEventDetails activityScheduleFailedEventDetails:ActivityScheduleFailedEventDetails activityScheduledEventDetails:ActivityScheduledEventDetails activityStartedEventDetails:ActivityStartedEventDetails activitySucceededEventDetails:ActivitySucceededEventDetails activityTimedOutEventDetails:ActivityTimedOutEventDetails taskFailedEventDetails:TaskFailedEventDetails taskScheduledEventDetails:TaskScheduledEventDetails taskStartFailedEventDetails:TaskStartFailedEventDetails taskStartedEventDetails:TaskStartedEventDetails taskSubmitFailedEventDetails:TaskSubmitFailedEventDetails taskSubmittedEventDetails:TaskSubmittedEventDetails taskSucceededEventDetails:TaskSucceededEventDetails taskTimedOutEventDetails:TaskTimedOutEventDetails executionFailedEventDetails:ExecutionFailedEventDetails executionStartedEventDetails:ExecutionStartedEventDetails executionSucceededEventDetails:ExecutionSucceededEventDetails executionAbortedEventDetails:ExecutionAbortedEventDetails executionTimedOutEventDetails:ExecutionTimedOutEventDetails executionRedrivenEventDetails:ExecutionRedrivenEventDetails mapStateStartedEventDetails:MapStateStartedEventDetails mapIterationStartedEventDetails:MapIterationEventDetails mapIterationSucceededEventDetails:MapIterationEventDetails mapIterationFailedEventDetails:MapIterationEventDetails mapIterationAbortedEventDetails:MapIterationEventDetails lambdaFunctionFailedEventDetails:LambdaFunctionFailedEventDetails lambdaFunctionScheduleFailedEventDetails:LambdaFunctionScheduleFailedEventDetails lambdaFunctionScheduledEventDetails:LambdaFunctionScheduledEventDetails lambdaFunctionStartFailedEventDetails:LambdaFunctionStartFailedEventDetails lambdaFunctionSucceededEventDetails:LambdaFunctionSucceededEventDetails lambdaFunctionTimedOutEventDetails:LambdaFunctionTimedOutEventDetails stateEnteredEventDetails:StateEnteredEventDetails stateExitedEventDetails:StateExitedEventDetails mapRunStartedEventDetails:MapRunStartedEventDetails mapRunFailedEventDetails:MapRunFailedEventDetails mapRunRedrivenEventDetails:MapRunRedrivenEventDetails evaluationFailedEventDetails:EvaluationFailedEventDetails
        structure HistoryEventExecutionDataDetails truncated:truncated
        list HistoryEventList HistoryEvent member
        string HistoryEventType enum ActivityFailed,ActivityScheduled,ActivityScheduleFailed,ActivityStarted,ActivitySucceeded,ActivityTimedOut,ChoiceStateEntered,ChoiceStateExited,ExecutionAborted,ExecutionFailed,ExecutionStarted,ExecutionSucceeded,ExecutionTimedOut,FailStateEntered,LambdaFunctionFailed,LambdaFunctionScheduled,LambdaFunctionScheduleFailed,LambdaFunctionStarted,LambdaFunctionStartFailed,LambdaFunctionSucceeded,LambdaFunctionTimedOut,MapIterationAborted,MapIterationFailed,MapIterationStarted,MapIterationSucceeded,MapStateAborted,MapStateEntered,MapStateExited,MapStateFailed,MapStateStarted,MapStateSucceeded,ParallelStateAborted,ParallelStateEntered,ParallelStateExited,ParallelStateFailed,ParallelStateStarted,ParallelStateSucceeded,PassStateEntered,PassStateExited,SucceedStateEntered,SucceedStateExited,TaskFailed,TaskScheduled,TaskStarted,TaskStartFailed,TaskStateAborted,TaskStateEntered,TaskStateExited,TaskSubmitFailed,TaskSubmitted,TaskSucceeded,TaskTimedOut,WaitStateAborted,WaitStateEntered,WaitStateExited,MapRunAborted,MapRunFailed,MapRunStarted,MapRunSucceeded,ExecutionRedriven,MapRunRedriven,EvaluationFailed
        string Identity ..256
        boolean IncludeExecutionData
        boolean IncludeExecutionDataGetExecutionHistory
        string IncludedData enum ALL_DATA,METADATA_ONLY
        structure InspectionData input:SensitiveData afterArguments:SensitiveData afterInputPath:SensitiveData afterParameters:SensitiveData result:SensitiveData afterResultSelector:SensitiveData afterResultPath:SensitiveData request:InspectionDataRequest response:InspectionDataResponse variables:SensitiveData errorDetails:InspectionErrorDetails afterItemsPath:SensitiveData afterItemSelector:SensitiveData afterItemBatcher:SensitiveData afterItemsPointer:SensitiveData toleratedFailureCount:InspectionToleratedFailureCount toleratedFailurePercentage:InspectionToleratedFailurePercentage maxConcurrency:InspectionMaxConcurrency sensitive
        structure InspectionDataRequest protocol:HTTPProtocol method:HTTPMethod url:URL headers:HTTPHeaders body:HTTPBody
        structure InspectionDataResponse protocol:HTTPProtocol statusCode:HTTPStatusCode statusMessage:HTTPStatusMessage headers:HTTPHeaders body:HTTPBody
        structure InspectionErrorDetails catchIndex:ExceptionHandlerIndex retryIndex:ExceptionHandlerIndex retryBackoffIntervalSeconds:RetryBackoffIntervalSeconds
        string InspectionLevel enum INFO,DEBUG,TRACE
        integer InspectionMaxConcurrency 0.. sensitive
        integer InspectionToleratedFailureCount 0.. sensitive
        float InspectionToleratedFailurePercentage 0..100 sensitive
        integer KmsDataKeyReusePeriodSeconds 60..900
        string KmsKeyId 1..2048
        structure LambdaFunctionFailedEventDetails error:SensitiveError cause:SensitiveCause
        structure LambdaFunctionScheduleFailedEventDetails error:SensitiveError cause:SensitiveCause
        structure LambdaFunctionScheduledEventDetails resource*:Arn input:SensitiveData inputDetails:HistoryEventExecutionDataDetails timeoutInSeconds:TimeoutInSeconds taskCredentials:TaskCredentials
        structure LambdaFunctionStartFailedEventDetails error:SensitiveError cause:SensitiveCause
        structure LambdaFunctionSucceededEventDetails output:SensitiveData outputDetails:HistoryEventExecutionDataDetails
        structure LambdaFunctionTimedOutEventDetails error:SensitiveError cause:SensitiveCause
        structure ListActivitiesInput maxResults:PageSize nextToken:PageToken
        structure ListActivitiesOutput activities*:ActivityList nextToken:PageToken
        structure ListExecutionsInput stateMachineArn:Arn statusFilter:ExecutionStatus maxResults:PageSize nextToken:ListExecutionsPageToken mapRunArn:LongArn redriveFilter:ExecutionRedriveFilter
        structure ListExecutionsOutput executions*:ExecutionList nextToken:ListExecutionsPageToken
        string ListExecutionsPageToken 1..3096
        structure ListMapRunsInput executionArn*:Arn maxResults:PageSize nextToken:PageToken
        structure ListMapRunsOutput mapRuns*:MapRunList nextToken:PageToken
        structure ListStateMachineAliasesInput stateMachineArn*:Arn nextToken:PageToken maxResults:PageSize
        structure ListStateMachineAliasesOutput stateMachineAliases*:StateMachineAliasList nextToken:PageToken
        structure ListStateMachineVersionsInput stateMachineArn*:Arn nextToken:PageToken maxResults:PageSize
        structure ListStateMachineVersionsOutput stateMachineVersions*:StateMachineVersionList nextToken:PageToken
        structure ListStateMachinesInput maxResults:PageSize nextToken:PageToken
        structure ListStateMachinesOutput stateMachines*:StateMachineList nextToken:PageToken
        structure ListTagsForResourceInput resourceArn*:Arn
        structure ListTagsForResourceOutput tags:TagList
        structure LogDestination cloudWatchLogsLogGroup:CloudWatchLogsLogGroup
        list LogDestinationList LogDestination member
        string LogLevel enum ALL,ERROR,FATAL,OFF
        structure LoggingConfiguration level:LogLevel includeExecutionData:IncludeExecutionData destinations:LogDestinationList
        string LongArn 1..2000
        long LongObject
        structure MapIterationEventDetails name:Name index:UnsignedInteger
        integer MapIterationFailureCount 0..
        structure MapRunExecutionCounts pending*:UnsignedLong running*:UnsignedLong succeeded*:UnsignedLong failed*:UnsignedLong timedOut*:UnsignedLong aborted*:UnsignedLong total*:UnsignedLong resultsWritten*:UnsignedLong failuresNotRedrivable:LongObject pendingRedrive:LongObject
        structure MapRunFailedEventDetails error:SensitiveError cause:SensitiveCause
        structure MapRunItemCounts pending*:UnsignedLong running*:UnsignedLong succeeded*:UnsignedLong failed*:UnsignedLong timedOut*:UnsignedLong aborted*:UnsignedLong total*:UnsignedLong resultsWritten*:UnsignedLong failuresNotRedrivable:LongObject pendingRedrive:LongObject
        string MapRunLabel
        list MapRunList MapRunListItem member
        structure MapRunListItem executionArn*:Arn mapRunArn*:LongArn stateMachineArn*:Arn startDate*:Timestamp stopDate:Timestamp
        structure MapRunRedrivenEventDetails mapRunArn:LongArn redriveCount:RedriveCount
        structure MapRunStartedEventDetails mapRunArn:LongArn
        string MapRunStatus enum RUNNING,SUCCEEDED,FAILED,ABORTED
        structure MapStateStartedEventDetails length:UnsignedInteger
        integer MaxConcurrency 0..
        structure MockErrorOutput error:SensitiveError cause:SensitiveCause
        structure MockInput result:SensitiveData errorOutput:MockErrorOutput fieldValidationMode:MockResponseValidationMode
        string MockResponseValidationMode enum STRICT,PRESENT,NONE
        string Name 1..80
        integer PageSize 0..1000
        string PageToken 1..1024
        boolean Publish
        structure PublishStateMachineVersionInput stateMachineArn*:Arn revisionId:RevisionId description:VersionDescription
        structure PublishStateMachineVersionOutput creationDate*:Timestamp stateMachineVersionArn*:Arn
        integer RedriveCount
        structure RedriveExecutionInput executionArn*:Arn clientToken:ClientToken
        structure RedriveExecutionOutput redriveDate*:Timestamp
        integer RetrierRetryCount 0..
        integer RetryBackoffIntervalSeconds 0.. sensitive
        boolean RevealSecrets
        boolean ReverseOrder
        string RevisionId
        list RoutingConfigurationList RoutingConfigurationListItem member 1..2
        structure RoutingConfigurationListItem stateMachineVersionArn*:Arn weight*:VersionWeight
        structure SendTaskFailureInput taskToken*:TaskToken error:SensitiveError cause:SensitiveCause
        structure SendTaskFailureOutput 
        structure SendTaskHeartbeatInput taskToken*:TaskToken
        structure SendTaskHeartbeatOutput 
        structure SendTaskSuccessInput taskToken*:TaskToken output*:SensitiveData
        structure SendTaskSuccessOutput 
        string SensitiveCause 0..32768 sensitive
        string SensitiveData ..262144 sensitive
        string SensitiveDataJobInput ..1048576 sensitive
        string SensitiveError 0..256 sensitive
        structure StartExecutionInput stateMachineArn*:Arn name:Name input:SensitiveData traceHeader:TraceHeader
        structure StartExecutionOutput executionArn*:Arn startDate*:Timestamp
        structure StartSyncExecutionInput stateMachineArn*:Arn name:Name input:SensitiveData traceHeader:TraceHeader includedData:IncludedData
        structure StartSyncExecutionOutput executionArn*:Arn stateMachineArn:Arn name:Name startDate*:Timestamp stopDate*:Timestamp status*:SyncExecutionStatus error:SensitiveError cause:SensitiveCause input:SensitiveData inputDetails:CloudWatchEventsExecutionDataDetails output:SensitiveData outputDetails:CloudWatchEventsExecutionDataDetails traceHeader:TraceHeader billingDetails:BillingDetails
        structure StateEnteredEventDetails name*:Name input:SensitiveData inputDetails:HistoryEventExecutionDataDetails
        structure StateExitedEventDetails name*:Name output:SensitiveData outputDetails:HistoryEventExecutionDataDetails assignedVariables:AssignedVariables assignedVariablesDetails:AssignedVariablesDetails
        list StateMachineAliasList StateMachineAliasListItem member
        structure StateMachineAliasListItem stateMachineAliasArn*:LongArn creationDate*:Timestamp
        list StateMachineList StateMachineListItem member
        structure StateMachineListItem stateMachineArn*:Arn name*:Name type*:StateMachineType creationDate*:Timestamp
        string StateMachineStatus enum ACTIVE,DELETING
        string StateMachineType enum STANDARD,EXPRESS
        list StateMachineVersionList StateMachineVersionListItem member
        structure StateMachineVersionListItem stateMachineVersionArn*:LongArn creationDate*:Timestamp
        string StateName 1..80
        structure StopExecutionInput executionArn*:Arn error:SensitiveError cause:SensitiveCause
        structure StopExecutionOutput stopDate*:Timestamp
        string SyncExecutionStatus enum SUCCEEDED,FAILED,TIMED_OUT
        structure Tag key:TagKey value:TagValue
        string TagKey 1..128
        list TagKeyList TagKey member
        list TagList Tag member
        structure TagResourceInput resourceArn*:Arn tags*:TagList
        structure TagResourceOutput 
        string TagValue 0..256
        structure TaskCredentials roleArn:LongArn
        structure TaskFailedEventDetails resourceType*:Name resource*:Name error:SensitiveError cause:SensitiveCause
        structure TaskScheduledEventDetails resourceType*:Name resource*:Name region*:Name parameters*:ConnectorParameters timeoutInSeconds:TimeoutInSeconds heartbeatInSeconds:TimeoutInSeconds taskCredentials:TaskCredentials
        structure TaskStartFailedEventDetails resourceType*:Name resource*:Name error:SensitiveError cause:SensitiveCause
        structure TaskStartedEventDetails resourceType*:Name resource*:Name
        structure TaskSubmitFailedEventDetails resourceType*:Name resource*:Name error:SensitiveError cause:SensitiveCause
        structure TaskSubmittedEventDetails resourceType*:Name resource*:Name output:SensitiveData outputDetails:HistoryEventExecutionDataDetails
        structure TaskSucceededEventDetails resourceType*:Name resource*:Name output:SensitiveData outputDetails:HistoryEventExecutionDataDetails
        structure TaskTimedOutEventDetails resourceType*:Name resource*:Name error:SensitiveError cause:SensitiveCause
        string TaskToken 1..2048
        string TestExecutionStatus enum SUCCEEDED,FAILED,RETRIABLE,CAUGHT_ERROR
        structure TestStateConfiguration retrierRetryCount:RetrierRetryCount errorCausedByState:TestStateStateName mapIterationFailureCount:MapIterationFailureCount mapItemReaderData:SensitiveData
        structure TestStateInput definition*:Definition roleArn:Arn input:SensitiveData inspectionLevel:InspectionLevel revealSecrets:RevealSecrets variables:SensitiveData stateName:TestStateStateName mock:MockInput context:SensitiveData stateConfiguration:TestStateConfiguration
        structure TestStateOutput output:SensitiveData error:SensitiveError cause:SensitiveCause inspectionData:InspectionData nextState:StateName status:TestExecutionStatus
        string TestStateStateName 1..80 sensitive
        long TimeoutInSeconds
        timestamp Timestamp
        long ToleratedFailureCount 0..
        float ToleratedFailurePercentage 0..100
        string TraceHeader 0..256 pattern \p{ASCII}*
        structure TracingConfiguration enabled:Enabled
        string URL
        integer UnsignedInteger 0..
        long UnsignedLong 0..
        structure UntagResourceInput resourceArn*:Arn tagKeys*:TagKeyList
        structure UntagResourceOutput 
        structure UpdateMapRunInput mapRunArn*:LongArn maxConcurrency:MaxConcurrency toleratedFailurePercentage:ToleratedFailurePercentage toleratedFailureCount:ToleratedFailureCount
        structure UpdateMapRunOutput 
        structure UpdateStateMachineAliasInput stateMachineAliasArn*:Arn description:AliasDescription routingConfiguration:RoutingConfigurationList
        structure UpdateStateMachineAliasOutput updateDate*:Timestamp
        structure UpdateStateMachineInput stateMachineArn*:Arn definition:Definition roleArn:Arn loggingConfiguration:LoggingConfiguration tracingConfiguration:TracingConfiguration publish:Publish versionDescription:VersionDescription encryptionConfiguration:EncryptionConfiguration
        structure UpdateStateMachineOutput updateDate*:Timestamp revisionId:RevisionId stateMachineVersionArn:Arn
        string ValidateStateMachineDefinitionCode sensitive
        structure ValidateStateMachineDefinitionDiagnostic severity*:ValidateStateMachineDefinitionSeverity code*:ValidateStateMachineDefinitionCode message*:ValidateStateMachineDefinitionMessage location:ValidateStateMachineDefinitionLocation
        list ValidateStateMachineDefinitionDiagnosticList ValidateStateMachineDefinitionDiagnostic member
        structure ValidateStateMachineDefinitionInput definition*:Definition type:StateMachineType severity:ValidateStateMachineDefinitionSeverity maxResults:ValidateStateMachineDefinitionMaxResult
        string ValidateStateMachineDefinitionLocation sensitive
        integer ValidateStateMachineDefinitionMaxResult 0..100
        string ValidateStateMachineDefinitionMessage sensitive
        structure ValidateStateMachineDefinitionOutput result*:ValidateStateMachineDefinitionResultCode diagnostics*:ValidateStateMachineDefinitionDiagnosticList truncated:ValidateStateMachineDefinitionTruncated
        string ValidateStateMachineDefinitionResultCode enum OK,FAIL
        string ValidateStateMachineDefinitionSeverity enum ERROR,WARNING
        boolean ValidateStateMachineDefinitionTruncated
        string VariableName sensitive
        list VariableNameList VariableName member
        map VariableReferences StateName VariableNameList key value sensitive
        string VariableValue sensitive
        string VersionDescription ..256 sensitive
        integer VersionWeight 0..100
        boolean includedDetails
        boolean truncated
        """#)
}
