// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `emrserverless`.
    static let emrserverless = ModelReader.read(
        #"""
        service emrserverless - - - - coral
        action cancelJobRun - CancelJobRunResponse
        action createApplication - CreateApplicationResponse
        action deleteApplication - DeleteApplicationResponse
        action getJobRun - GetJobRunResponse
        action startApplication - StartApplicationResponse
        action startJobRun - StartJobRunResponse
        action stopApplication - StopApplicationResponse
        boolean -boolean
        double -double
        integer -integer
        integer AttemptNumber 1..
        integer Duration 0..1000000
        integer RetryPolicyMaxFailedAttemptsPerHourInteger 1..
        list ConfigurationList Configuration - 0..100
        list EntryPointArguments EntryPointArgument - 0..1024
        list LogTypeList LogTypeString - 1..5
        list PolicyArnList Arn - 0..10
        list SecurityGroupIds SecurityGroupString - 0..5
        list SubnetIds SubnetString - 0..16
        map EncryptionContext EncryptionContextKey EncryptionContextValue - - 0..8
        map LogTypeMap WorkerTypeString LogTypeList - - 1..4
        map SensitivePropertiesMap ConfigurationPropertyKey ConfigurationPropertyValue - - 0..100
        map TagMap TagKey TagValue - - 0..200
        string ApplicationArn 60..1024
        string ApplicationId 1..64
        string ApplicationName 1..64
        string Arn 20..2048
        string ConfigurationPropertyKey 1..1024
        string ConfigurationPropertyValue 0..1024
        string EncryptionContextKey 1..128
        string EncryptionContextValue 1..384
        string EncryptionKeyArn 20..2048
        string EntryPointArgument 1..
        string EntryPointPath 1..4096
        string HiveCliParameters 1..102400
        string IAMRoleArn 20..2048
        string InitScriptPath 1..256
        string JobArn 60..1024
        string JobRunId 1..64
        string JobRunMode enum BATCH,STREAMING
        string JobRunState enum SUBMITTED,PENDING,SCHEDULED,RUNNING,SUCCESS,FAILED,CANCELLING,CANCELLED,QUEUED
        string LogGroupName 1..512
        string LogStreamNamePrefix 1..512
        string LogTypeString 1..50
        string PolicyDocument 1..2048
        string PrometheusUrlString 1..10280
        string Query 1..10280
        string ReleaseLabel 1..64
        string RequestIdentityUserArn 20..2048
        string SecurityGroupString 1..32
        string SparkSubmitParameters 1..102400
        string String1024 1..1024
        string String256 1..256
        string SubnetString 1..32
        string TagKey 1..128
        string TagValue 0..256
        string UriString 1..10280
        string WorkerTypeString 1..50
        structure CancelJobRunResponse ApplicationId*:ApplicationId JobRunId*:JobRunId
        structure CloudWatchLoggingConfiguration Enabled*:-boolean LogGroupName:LogGroupName LogStreamNamePrefix:LogStreamNamePrefix EncryptionKeyArn:EncryptionKeyArn LogTypes:LogTypeMap
        structure Configuration Classification*:String1024 Properties:SensitivePropertiesMap Configurations:ConfigurationList
        structure ConfigurationOverrides ApplicationConfiguration:ConfigurationList MonitoringConfiguration:MonitoringConfiguration DiskEncryptionConfiguration:DiskEncryptionConfiguration
        structure CreateApplicationResponse ApplicationId*:ApplicationId Name:ApplicationName Arn*:ApplicationArn
        structure DeleteApplicationResponse
        structure DiskEncryptionConfiguration EncryptionContext:EncryptionContext EncryptionKeyArn:EncryptionKeyArn
        structure GetJobRunResponse JobRun*:JobRun
        structure Hive Query*:Query InitQueryFile:InitScriptPath Parameters:HiveCliParameters
        structure JobDriver SparkSubmit:SparkSubmit Hive:Hive
        structure JobRun ApplicationId*:ApplicationId JobRunId*:JobRunId Name:String256 Arn*:JobArn CreatedBy*:RequestIdentityUserArn CreatedAt*:-timestamp UpdatedAt*:-timestamp ExecutionRole*:IAMRoleArn ExecutionIamPolicy:JobRunExecutionIamPolicy State*:JobRunState StateDetails*:String256 ReleaseLabel*:ReleaseLabel ConfigurationOverrides:ConfigurationOverrides JobDriver*:JobDriver Tags:TagMap TotalResourceUtilization:TotalResourceUtilization NetworkConfiguration:NetworkConfiguration TotalExecutionDurationSeconds:-integer ExecutionTimeoutMinutes:Duration BilledResourceUtilization:ResourceUtilization Mode:JobRunMode RetryPolicy:RetryPolicy Attempt:AttemptNumber AttemptCreatedAt:-timestamp AttemptUpdatedAt:-timestamp StartedAt:-timestamp EndedAt:-timestamp QueuedDurationMilliseconds:-integer
        structure JobRunExecutionIamPolicy Policy:PolicyDocument PolicyArns:PolicyArnList
        structure ManagedPersistenceMonitoringConfiguration Enabled:-boolean EncryptionKeyArn:EncryptionKeyArn
        structure MonitoringConfiguration S3MonitoringConfiguration:S3MonitoringConfiguration ManagedPersistenceMonitoringConfiguration:ManagedPersistenceMonitoringConfiguration CloudWatchLoggingConfiguration:CloudWatchLoggingConfiguration PrometheusMonitoringConfiguration:PrometheusMonitoringConfiguration
        structure NetworkConfiguration SubnetIds:SubnetIds SecurityGroupIds:SecurityGroupIds
        structure PrometheusMonitoringConfiguration RemoteWriteUrl:PrometheusUrlString
        structure ResourceUtilization VCpuHour:-double MemoryGbHour:-double StorageGbHour:-double
        structure RetryPolicy MaxAttempts:AttemptNumber MaxFailedAttemptsPerHour:RetryPolicyMaxFailedAttemptsPerHourInteger
        structure S3MonitoringConfiguration LogUri:UriString EncryptionKeyArn:EncryptionKeyArn
        structure SparkSubmit EntryPoint*:EntryPointPath EntryPointArguments:EntryPointArguments SparkSubmitParameters:SparkSubmitParameters
        structure StartApplicationResponse
        structure StartJobRunResponse ApplicationId*:ApplicationId JobRunId*:JobRunId Arn*:JobArn
        structure StopApplicationResponse
        structure TotalResourceUtilization VCpuHour:-double MemoryGbHour:-double StorageGbHour:-double
        timestamp -timestamp
        """#)
}
