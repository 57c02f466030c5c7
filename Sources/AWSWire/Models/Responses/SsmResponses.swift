// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `ssm`.
    static let ssm = ModelReader.read(
        #"""
        service ssm - - - - coral
        action deleteParameter - DeleteParameterResult
        action deleteParameters - DeleteParametersResult
        action describeParameters - DescribeParametersResult
        action getCommandInvocation - GetCommandInvocationResult
        action getParameter - GetParameterResult
        action getParameterHistory - GetParameterHistoryResult
        action getParameters - GetParametersResult
        action getParametersByPath - GetParametersByPathResult
        action listCommandInvocations - ListCommandInvocationsResult
        action putParameter - PutParameterResult
        action sendCommand - SendCommandResult
        action startAutomationExecution - StartAutomationExecutionResult
        boolean -boolean
        integer -integer
        integer TimeoutSeconds 30..2592000
        list AlarmList Alarm - 1..1
        list AlarmStateInformationList AlarmStateInformation - 1..1
        list CommandInvocationList CommandInvocation -
        list CommandPluginList CommandPlugin -
        list InstanceIdList -string - 0..50
        list NotificationEventList NotificationEvent -
        list ParameterHistoryList ParameterHistory -
        list ParameterLabelList ParameterLabel - 1..10
        list ParameterList Parameter -
        list ParameterMetadataList ParameterMetadata -
        list ParameterNameList PSParameterName - 1..10
        list ParameterPolicyList ParameterInlinePolicy -
        list ParameterValueList -string -
        list TargetValues -string - 0..50
        list Targets Target - 0..5
        map Parameters -string ParameterValueList - -
        string -string
        string AlarmName 1..255
        string AllowedPattern 0..1024
        string AutomationExecutionId 36..36
        string CloudWatchLogGroupName 1..512
        string CommandId 36..36
        string CommandInvocationStatus enum Pending,InProgress,Delayed,Success,Cancelled,TimedOut,Failed,Cancelling
        string CommandPluginName 4..
        string CommandPluginOutput ..2500
        string CommandPluginStatus enum Pending,InProgress,Success,TimedOut,Cancelled,Failed
        string CommandStatus enum Pending,InProgress,Success,Cancelled,Failed,TimedOut,Cancelling
        string Comment ..100
        string ExternalAlarmState enum UNKNOWN,ALARM
        string InstanceTagName ..255
        string InvocationTraceOutput ..2500
        string MaxConcurrency 1..7
        string MaxErrors 1..7
        string NotificationEvent enum All,InProgress,Success,TimedOut,Cancelled,Failed
        string NotificationType enum Command,Invocation
        string PSParameterName 1..2048
        string PSParameterSelector 0..128
        string ParameterDataType 0..128
        string ParameterDescription 0..1024
        string ParameterKeyId 1..256
        string ParameterLabel 1..100
        string ParameterTier enum Standard,Advanced,Intelligent-Tiering
        string ParameterType enum String,StringList,SecureString
        string S3BucketName 3..63
        string S3KeyPrefix ..500
        string S3Region 3..20
        string StandardErrorContent ..8000
        string StandardOutputContent ..24000
        string StatusDetails 0..100
        string TargetKey 1..163
        structure Alarm Name*:AlarmName
        structure AlarmConfiguration IgnorePollAlarmFailure:-boolean Alarms*:AlarmList
        structure AlarmStateInformation Name*:AlarmName State*:ExternalAlarmState
        structure CloudWatchOutputConfig CloudWatchLogGroupName:CloudWatchLogGroupName CloudWatchOutputEnabled:-boolean
        structure Command CommandId:CommandId DocumentName:-string DocumentVersion:-string Comment:Comment ExpiresAfter:-timestamp Parameters:Parameters InstanceIds:InstanceIdList Targets:Targets RequestedDateTime:-timestamp Status:CommandStatus StatusDetails:StatusDetails OutputS3Region:S3Region OutputS3BucketName:S3BucketName OutputS3KeyPrefix:S3KeyPrefix MaxConcurrency:MaxConcurrency MaxErrors:MaxErrors TargetCount:-integer CompletedCount:-integer ErrorCount:-integer DeliveryTimedOutCount:-integer ServiceRole:-string NotificationConfig:NotificationConfig CloudWatchOutputConfig:CloudWatchOutputConfig TimeoutSeconds:TimeoutSeconds AlarmConfiguration:AlarmConfiguration TriggeredAlarms:AlarmStateInformationList
        structure CommandInvocation CommandId:CommandId InstanceId:-string InstanceName:InstanceTagName Comment:Comment DocumentName:-string DocumentVersion:-string RequestedDateTime:-timestamp Status:CommandInvocationStatus StatusDetails:StatusDetails TraceOutput:InvocationTraceOutput StandardOutputUrl:-string StandardErrorUrl:-string CommandPlugins:CommandPluginList ServiceRole:-string NotificationConfig:NotificationConfig CloudWatchOutputConfig:CloudWatchOutputConfig
        structure CommandPlugin Name:CommandPluginName Status:CommandPluginStatus StatusDetails:StatusDetails ResponseCode:-integer ResponseStartDateTime:-timestamp ResponseFinishDateTime:-timestamp Output:CommandPluginOutput StandardOutputUrl:-string StandardErrorUrl:-string OutputS3Region:S3Region OutputS3BucketName:S3BucketName OutputS3KeyPrefix:S3KeyPrefix
        structure DeleteParameterResult
        structure DeleteParametersResult DeletedParameters:ParameterNameList InvalidParameters:ParameterNameList
        structure DescribeParametersResult Parameters:ParameterMetadataList NextToken:-string
        structure GetCommandInvocationResult CommandId:CommandId InstanceId:-string Comment:Comment DocumentName:-string DocumentVersion:-string PluginName:CommandPluginName ResponseCode:-integer ExecutionStartDateTime:-string ExecutionElapsedTime:-string ExecutionEndDateTime:-string Status:CommandInvocationStatus StatusDetails:StatusDetails StandardOutputContent:StandardOutputContent StandardOutputUrl:-string StandardErrorContent:StandardErrorContent StandardErrorUrl:-string CloudWatchOutputConfig:CloudWatchOutputConfig
        structure GetParameterHistoryResult Parameters:ParameterHistoryList NextToken:-string
        structure GetParameterResult Parameter:Parameter
        structure GetParametersByPathResult Parameters:ParameterList NextToken:-string
        structure GetParametersResult Parameters:ParameterList InvalidParameters:ParameterNameList
        structure ListCommandInvocationsResult CommandInvocations:CommandInvocationList NextToken:-string
        structure NotificationConfig NotificationArn:-string NotificationEvents:NotificationEventList NotificationType:NotificationType
        structure Parameter Name:PSParameterName Type:ParameterType Value:-string Version:-integer Selector:PSParameterSelector SourceResult:-string LastModifiedDate:-timestamp Arn:-string DataType:ParameterDataType
        structure ParameterHistory Name:PSParameterName Type:ParameterType KeyId:ParameterKeyId LastModifiedDate:-timestamp LastModifiedUser:-string Description:ParameterDescription Value:-string AllowedPattern:AllowedPattern Version:-integer Labels:ParameterLabelList Tier:ParameterTier Policies:ParameterPolicyList DataType:ParameterDataType
        structure ParameterInlinePolicy PolicyText:-string PolicyType:-string PolicyStatus:-string
        structure ParameterMetadata Name:PSParameterName Arn:-string Type:ParameterType KeyId:ParameterKeyId LastModifiedDate:-timestamp LastModifiedUser:-string Description:ParameterDescription AllowedPattern:AllowedPattern Version:-integer Tier:ParameterTier Policies:ParameterPolicyList DataType:ParameterDataType
        structure PutParameterResult Version:-integer Tier:ParameterTier
        structure SendCommandResult Command:Command
        structure StartAutomationExecutionResult AutomationExecutionId:AutomationExecutionId
        structure Target Key:TargetKey Values:TargetValues
        timestamp -timestamp
        """#)
}
