// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `lambda`.
    package static let lambda = ModelReader.read(
        #"""
        service lambda rest-json - - 2015-03-31 coral
        action CreateFunction CreateFunctionRequest FunctionConfiguration POST 201 /2015-03-31/functions
        action GetFunction GetFunctionRequest GetFunctionResponse GET 200 /2015-03-31/functions/{FunctionName}
        action GetFunctionConfiguration GetFunctionConfigurationRequest FunctionConfiguration GET 200 /2015-03-31/functions/{FunctionName}/configuration
        action ListFunctions ListFunctionsRequest ListFunctionsResponse GET 200 /2015-03-31/functions
        action UpdateFunctionCode UpdateFunctionCodeRequest FunctionConfiguration PUT 200 /2015-03-31/functions/{FunctionName}/code
        action UpdateFunctionConfiguration UpdateFunctionConfigurationRequest FunctionConfiguration PUT 200 /2015-03-31/functions/{FunctionName}/configuration
        action DeleteFunction DeleteFunctionRequest DeleteFunctionResponse DELETE 200 /2015-03-31/functions/{FunctionName}
        action Invoke InvocationRequest InvocationResponse POST 200 /2015-03-31/functions/{FunctionName}/invocations
        action InvokeAsync InvokeAsyncRequest InvokeAsyncResponse POST 202 /2014-11-13/functions/{FunctionName}/invoke-async
        action PublishVersion PublishVersionRequest FunctionConfiguration POST 201 /2015-03-31/functions/{FunctionName}/versions
        action ListVersionsByFunction ListVersionsByFunctionRequest ListVersionsByFunctionResponse GET 200 /2015-03-31/functions/{FunctionName}/versions
        action CreateAlias CreateAliasRequest AliasConfiguration POST 201 /2015-03-31/functions/{FunctionName}/aliases
        action GetAlias GetAliasRequest AliasConfiguration GET 200 /2015-03-31/functions/{FunctionName}/aliases/{Name}
        action UpdateAlias UpdateAliasRequest AliasConfiguration PUT 200 /2015-03-31/functions/{FunctionName}/aliases/{Name}
        action DeleteAlias DeleteAliasRequest - DELETE 204 /2015-03-31/functions/{FunctionName}/aliases/{Name}
        action ListAliases ListAliasesRequest ListAliasesResponse GET 200 /2015-03-31/functions/{FunctionName}/aliases
        action CreateEventSourceMapping CreateEventSourceMappingRequest EventSourceMappingConfiguration POST 202 /2015-03-31/event-source-mappings
        action GetEventSourceMapping GetEventSourceMappingRequest EventSourceMappingConfiguration GET 200 /2015-03-31/event-source-mappings/{UUID}
        action ListEventSourceMappings ListEventSourceMappingsRequest ListEventSourceMappingsResponse GET 200 /2015-03-31/event-source-mappings
        action UpdateEventSourceMapping UpdateEventSourceMappingRequest EventSourceMappingConfiguration PUT 202 /2015-03-31/event-source-mappings/{UUID}
        action DeleteEventSourceMapping DeleteEventSourceMappingRequest EventSourceMappingConfiguration DELETE 202 /2015-03-31/event-source-mappings/{UUID}
        action AddPermission AddPermissionRequest AddPermissionResponse POST 201 /2015-03-31/functions/{FunctionName}/policy
        action RemovePermission RemovePermissionRequest - DELETE 204 /2015-03-31/functions/{FunctionName}/policy/{StatementId}
        action GetPolicy GetPolicyRequest GetPolicyResponse GET 200 /2015-03-31/functions/{FunctionName}/policy
        action TagResource TagResourceRequest - POST 204 /2017-03-31/tags/{Resource}
        action UntagResource UntagResourceRequest - DELETE 204 /2017-03-31/tags/{Resource}
        action ListTags ListTagsRequest ListTagsResponse GET 200 /2017-03-31/tags/{Resource}
        action GetAccountSettings GetAccountSettingsRequest GetAccountSettingsResponse GET 200 /2016-08-19/account-settings
        action GetFunctionCodeSigningConfig GetFunctionCodeSigningConfigRequest GetFunctionCodeSigningConfigResponse GET 200 /2020-06-30/functions/{FunctionName}/code-signing-config
        action GetFunctionConcurrency GetFunctionConcurrencyRequest GetFunctionConcurrencyResponse GET 200 /2019-09-30/functions/{FunctionName}/concurrency
        action PutFunctionConcurrency PutFunctionConcurrencyRequest Concurrency PUT 200 /2017-10-31/functions/{FunctionName}/concurrency
        action DeleteFunctionConcurrency DeleteFunctionConcurrencyRequest - DELETE 204 /2017-10-31/functions/{FunctionName}/concurrency
        action CreateFunctionUrlConfig CreateFunctionUrlConfigRequest CreateFunctionUrlConfigResponse POST 201 /2021-10-31/functions/{FunctionName}/url
        action GetFunctionUrlConfig GetFunctionUrlConfigRequest GetFunctionUrlConfigResponse GET 200 /2021-10-31/functions/{FunctionName}/url
        action UpdateFunctionUrlConfig UpdateFunctionUrlConfigRequest UpdateFunctionUrlConfigResponse PUT 200 /2021-10-31/functions/{FunctionName}/url
        action DeleteFunctionUrlConfig DeleteFunctionUrlConfigRequest - DELETE 204 /2021-10-31/functions/{FunctionName}/url
        action ListFunctionUrlConfigs ListFunctionUrlConfigsRequest ListFunctionUrlConfigsResponse GET 200 /2021-10-31/functions/{FunctionName}/urls
        action PutFunctionEventInvokeConfig PutFunctionEventInvokeConfigRequest FunctionEventInvokeConfig PUT 200 /2019-09-25/functions/{FunctionName}/event-invoke-config
        action UpdateFunctionEventInvokeConfig UpdateFunctionEventInvokeConfigRequest FunctionEventInvokeConfig POST 200 /2019-09-25/functions/{FunctionName}/event-invoke-config
        action GetFunctionEventInvokeConfig GetFunctionEventInvokeConfigRequest FunctionEventInvokeConfig GET 200 /2019-09-25/functions/{FunctionName}/event-invoke-config
        action DeleteFunctionEventInvokeConfig DeleteFunctionEventInvokeConfigRequest - DELETE 204 /2019-09-25/functions/{FunctionName}/event-invoke-config
        action ListFunctionEventInvokeConfigs ListFunctionEventInvokeConfigsRequest ListFunctionEventInvokeConfigsResponse GET 200 /2019-09-25/functions/{FunctionName}/event-invoke-config/list
        action InvokeWithResponseStream InvokeWithResponseStreamRequest InvokeWithResponseStreamResponse POST 200 /2021-11-15/functions/{FunctionName}/response-streaming-invocations
        action PublishLayerVersion PublishLayerVersionRequest PublishLayerVersionResponse POST 201 /2018-10-31/layers/{LayerName}/versions
        action GetLayerVersion GetLayerVersionRequest GetLayerVersionResponse GET 200 /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
        action GetLayerVersionByArn GetLayerVersionByArnRequest GetLayerVersionResponse GET 200 /2018-10-31/layers?find=LayerVersion
        action DeleteLayerVersion DeleteLayerVersionRequest - DELETE 204 /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
        action ListLayerVersions ListLayerVersionsRequest ListLayerVersionsResponse GET 200 /2018-10-31/layers/{LayerName}/versions
        action ListLayers ListLayersRequest ListLayersResponse GET 200 /2018-10-31/layers
        action AddLayerVersionPermission AddLayerVersionPermissionRequest AddLayerVersionPermissionResponse POST 201 /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
        action RemoveLayerVersionPermission RemoveLayerVersionPermissionRequest - DELETE 204 /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}
        action GetLayerVersionPolicy GetLayerVersionPolicyRequest GetLayerVersionPolicyResponse GET 200 /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
        action GetRuntimeManagementConfig GetRuntimeManagementConfigRequest GetRuntimeManagementConfigResponse GET 200 /2021-07-20/functions/{FunctionName}/runtime-management-config
        action PutRuntimeManagementConfig PutRuntimeManagementConfigRequest PutRuntimeManagementConfigResponse PUT 200 /2021-07-20/functions/{FunctionName}/runtime-management-config
        action GetFunctionRecursionConfig GetFunctionRecursionConfigRequest GetFunctionRecursionConfigResponse GET 200 /2024-08-31/functions/{FunctionName}/recursion-config
        action PutFunctionRecursionConfig PutFunctionRecursionConfigRequest PutFunctionRecursionConfigResponse PUT 200 /2024-08-31/functions/{FunctionName}/recursion-config
        error CodeSigningConfigNotFoundException 404 CodeSigningConfigNotFoundException Message
        error CodeStorageExceededException 400 CodeStorageExceededException message
        error CodeVerificationFailedException 400 CodeVerificationFailedException Message
        error DurableExecutionAlreadyStartedException 409 DurableExecutionAlreadyStartedException Message
        error EC2AccessDeniedException 502 EC2AccessDeniedException Message
        error EC2ThrottledException 502 EC2ThrottledException Message
        error EC2UnexpectedException 502 EC2UnexpectedException Message
        error EFSIOException 410 EFSIOException Message
        error EFSMountConnectivityException 408 EFSMountConnectivityException Message
        error EFSMountFailureException 403 EFSMountFailureException Message
        error EFSMountTimeoutException 408 EFSMountTimeoutException Message
        error ENILimitReachedException 502 ENILimitReachedException Message
        error FunctionVersionsPerCapacityProviderLimitExceededException 400 FunctionVersionsPerCapacityProviderLimitExceededException message
        error InvalidCodeSignatureException 400 InvalidCodeSignatureException Message
        error InvalidParameterValueException 400 InvalidParameterValueException message
        error InvalidRequestContentException 400 InvalidRequestContentException message
        error InvalidRuntimeException 502 InvalidRuntimeException Message
        error InvalidSecurityGroupIDException 502 InvalidSecurityGroupIDException Message
        error InvalidSubnetIDException 502 InvalidSubnetIDException Message
        error InvalidZipFileException 502 InvalidZipFileException Message
        error KMSAccessDeniedException 502 KMSAccessDeniedException Message
        error KMSDisabledException 502 KMSDisabledException Message
        error KMSInvalidStateException 502 KMSInvalidStateException Message
        error KMSNotFoundException 502 KMSNotFoundException Message
        error NoPublishedVersionException 400 NoPublishedVersionException Message
        error PolicyLengthExceededException 400 PolicyLengthExceededException message
        error PreconditionFailedException 412 PreconditionFailedException message
        error RecursiveInvocationException 400 RecursiveInvocationException Message
        error RequestTooLargeException 413 RequestTooLargeException message
        error ResourceConflictException 409 ResourceConflictException message
        error ResourceInUseException 400 ResourceInUseException Message
        error ResourceNotFoundException 404 ResourceNotFoundException Message
        error ResourceNotReadyException 502 ResourceNotReadyException message
        error S3FilesMountConnectivityException 408 S3FilesMountConnectivityException Message
        error S3FilesMountFailureException 403 S3FilesMountFailureException Message
        error S3FilesMountTimeoutException 408 S3FilesMountTimeoutException Message
        error SerializedRequestEntityTooLargeException 413 SerializedRequestEntityTooLargeException message
        error ServiceException 500 ServiceException Message
        error SnapStartException 400 SnapStartException Message
        error SnapStartNotReadyException 409 SnapStartNotReadyException Message
        error SnapStartTimeoutException 408 SnapStartTimeoutException Message
        error SubnetIPAddressLimitReachedException 502 SubnetIPAddressLimitReachedException Message
        error TooManyRequestsException 429 TooManyRequestsException message
        error UnsupportedMediaTypeException 415 UnsupportedMediaTypeException message
        structure AccountLimit TotalCodeSize:Long CodeSizeUnzipped:Long CodeSizeZipped:Long ConcurrentExecutions:Integer UnreservedConcurrentExecutions:UnreservedConcurrentExecutions
        structure AccountUsage TotalCodeSize:Long FunctionCount:Long
        string Action pattern (lambda:[*]|lambda:[a-zA-Z]+|[*])
        structure AddLayerVersionPermissionRequest LayerName*:LayerName@path:LayerName VersionNumber*:LayerVersionNumber@path:VersionNumber StatementId*:StatementId Action*:LayerPermissionAllowedAction Principal*:LayerPermissionAllowedPrincipal OrganizationId:OrganizationId RevisionId:String@query:RevisionId
        structure AddLayerVersionPermissionResponse Statement:String RevisionId:String
        structure AddPermissionRequest FunctionName*:NamespacedFunctionName@path:FunctionName StatementId*:StatementId Action*:Action Principal*:Principal SourceArn:Arn SourceAccount:SourceOwner EventSourceToken:EventSourceToken Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier RevisionId:String PrincipalOrgID:PrincipalOrgID FunctionUrlAuthType:FunctionUrlAuthType InvokedViaFunctionUrl:InvokedViaFunctionUrl
        structure AddPermissionResponse Statement:String
        string AdditionalVersion 1..1024 pattern [0-9]+
        map AdditionalVersionWeights AdditionalVersion Weight key value
        string Alias 1..128 pattern (?!^[0-9]+$)([a-zA-Z0-9-_]+)
        structure AliasConfiguration AliasArn:FunctionArn Name:Alias FunctionVersion:Version Description:Description RoutingConfig:AliasRoutingConfiguration RevisionId:String
        list AliasList AliasConfiguration member
        structure AliasRoutingConfiguration AdditionalVersionWeights:AdditionalVersionWeights
        boolean AllowCredentials
        list AllowMethodsList Method member 0..6
        list AllowOriginsList Origin member 0..100
        structure AmazonManagedKafkaEventSourceConfig ConsumerGroupId:URI SchemaRegistryConfig:KafkaSchemaRegistryConfig
        string ApplicationLogLevel enum TRACE,DEBUG,INFO,WARN,ERROR,FATAL
        string Architecture enum x86_64,arm64
        list ArchitecturesList Architecture member 1..1
        string Arn pattern arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]{2}(-gov)?-[a-z]+-\d{1})?:(\d{12})?:(.*)
        integer BatchSize 1..10000
        boolean BisectBatchOnFunctionError
        blob Blob sensitive
        blob BlobStream
        boolean Boolean
        string CapacityProviderArn 1..140 pattern arn:aws[a-zA-Z-]*:lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+
        structure CapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig*:LambdaManagedInstancesCapacityProviderConfig
        string CodeSigningConfigArn 0..200 pattern arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:\d{12}:code-signing-config:csc-[a-z0-9]{17}
        string CollectionName 1..57 pattern (^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)
        list CompatibleArchitectures Architecture member 0..2
        list CompatibleRuntimes Runtime member 0..15
        structure Concurrency ReservedConcurrentExecutions:ReservedConcurrentExecutions
        structure Cors AllowCredentials:AllowCredentials AllowHeaders:HeadersList AllowMethods:AllowMethodsList AllowOrigins:AllowOriginsList ExposeHeaders:HeadersList MaxAge:MaxAge
        structure CreateAliasRequest FunctionName*:FunctionName@path:FunctionName Name*:Alias FunctionVersion*:VersionWithLatestPublished Description:Description RoutingConfig:AliasRoutingConfiguration
        structure CreateEventSourceMappingRequest EventSourceArn:Arn FunctionName*:NamespacedFunctionName Enabled:Enabled BatchSize:BatchSize FilterCriteria:FilterCriteria MaximumBatchingWindowInSeconds:MaximumBatchingWindowInSeconds ParallelizationFactor:ParallelizationFactor StartingPosition:EventSourcePosition StartingPositionTimestamp:Date DestinationConfig:DestinationConfig MaximumRecordAgeInSeconds:MaximumRecordAgeInSeconds BisectBatchOnFunctionError:BisectBatchOnFunctionError MaximumRetryAttempts:MaximumRetryAttemptsEventSourceMapping Tags:Tags TumblingWindowInSeconds:TumblingWindowInSeconds Topics:Topics Queues:Queues SourceAccessConfigurations:SourceAccessConfigurations SelfManagedEventSource:SelfManagedEventSource FunctionResponseTypes:FunctionResponseTypeList AmazonManagedKafkaEventSourceConfig:AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig:SelfManagedKafkaEventSourceConfig ScalingConfig:ScalingConfig DocumentDBEventSourceConfig:DocumentDBEventSourceConfig KMSKeyArn:KMSKeyArn MetricsConfig:EventSourceMappingMetricsConfig LoggingConfig:EventSourceMappingLoggingConfig ProvisionedPollerConfig:ProvisionedPollerConfig
        structure CreateFunctionRequest FunctionName*:FunctionName Runtime:Runtime Role*:RoleArn Handler:Handler Code*:FunctionCode Description:Description Timeout:Timeout MemorySize:MemorySize Publish:Boolean VpcConfig:VpcConfig PackageType:PackageType DeadLetterConfig:DeadLetterConfig Environment:Environment KMSKeyArn:KMSKeyArn TracingConfig:TracingConfig Tags:Tags Layers:LayerList FileSystemConfigs:FileSystemConfigList ImageConfig:ImageConfig CodeSigningConfigArn:CodeSigningConfigArn Architectures:ArchitecturesList EphemeralStorage:EphemeralStorage SnapStart:SnapStart LoggingConfig:LoggingConfig CapacityProviderConfig:CapacityProviderConfig PublishTo:FunctionVersionLatestPublished DurableConfig:DurableConfig TenancyConfig:TenancyConfig
        structure CreateFunctionUrlConfigRequest FunctionName*:FunctionName@path:FunctionName Qualifier:FunctionUrlQualifier@query:Qualifier AuthType*:FunctionUrlAuthType Cors:Cors InvokeMode:InvokeMode
        structure CreateFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:Timestamp InvokeMode:InvokeMode
        string DatabaseName 1..63 pattern [^ /\.$\x22]*
        timestamp Date
        structure DeadLetterConfig TargetArn:ResourceArn
        structure DeleteAliasRequest FunctionName*:FunctionName@path:FunctionName Name*:Alias@path:Name
        structure DeleteEventSourceMappingRequest UUID*:String@path:UUID
        structure DeleteFunctionConcurrencyRequest FunctionName*:FunctionName@path:FunctionName
        structure DeleteFunctionEventInvokeConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure DeleteFunctionRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure DeleteFunctionResponse StatusCode:Integer@status
        structure DeleteFunctionUrlConfigRequest FunctionName*:FunctionName@path:FunctionName Qualifier:FunctionUrlQualifier@query:Qualifier
        structure DeleteLayerVersionRequest LayerName*:LayerName@path:LayerName VersionNumber*:LayerVersionNumber@path:VersionNumber
        string Description 0..256
        string DestinationArn 0..350 pattern $|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)
        structure DestinationConfig OnSuccess:OnSuccess OnFailure:OnFailure
        structure DocumentDBEventSourceConfig DatabaseName:DatabaseName CollectionName:CollectionName FullDocument:FullDocument
        structure DurableConfig RetentionPeriodInDays:RetentionPeriodInDays ExecutionTimeout:ExecutionTimeout
        string DurableExecutionArn 1..1024 pattern arn:([a-zA-Z0-9-]+):lambda:([a-zA-Z0-9-]+):(\d{12}):function:([a-zA-Z0-9_-]+):(\$LATEST(?:\.PUBLISHED)?|[0-9]+)/durable-execution/([a-zA-Z0-9_-]+)/([a-zA-Z0-9_-]+)
        string DurableExecutionName 1..64 pattern [a-zA-Z0-9-_]+
        boolean Enabled
        string EndPointType enum KAFKA_BOOTSTRAP_SERVERS
        string Endpoint 1..300 pattern (([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9]):[0-9]{1,5}
        list EndpointLists Endpoint member 1..10
        map Endpoints EndPointType EndpointLists key value 1..2
        structure Environment Variables:EnvironmentVariables
        structure EnvironmentError ErrorCode:String Message:SensitiveString
        structure EnvironmentResponse Variables:EnvironmentVariables Error:EnvironmentError
        string EnvironmentVariableName sensitive pattern [a-zA-Z]([a-zA-Z0-9_])+
        string EnvironmentVariableValue sensitive
        map EnvironmentVariables EnvironmentVariableName EnvironmentVariableValue key value sensitive
        structure EphemeralStorage Size*:EphemeralStorageSize
        integer EphemeralStorageSize 512..10240
        string EventSourceMappingArn 85..120 pattern arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}
        structure EventSourceMappingConfiguration UUID:String StartingPosition:EventSourcePosition StartingPositionTimestamp:Date BatchSize:BatchSize MaximumBatchingWindowInSeconds:MaximumBatchingWindowInSeconds ParallelizationFactor:ParallelizationFactor EventSourceArn:Arn FilterCriteria:FilterCriteria FunctionArn:FunctionArn LastModified:Date LastProcessingResult:String State:String StateTransitionReason:String DestinationConfig:DestinationConfig Topics:Topics Queues:Queues SourceAccessConfigurations:SourceAccessConfigurations SelfManagedEventSource:SelfManagedEventSource MaximumRecordAgeInSeconds:MaximumRecordAgeInSeconds BisectBatchOnFunctionError:BisectBatchOnFunctionError MaximumRetryAttempts:MaximumRetryAttemptsEventSourceMapping TumblingWindowInSeconds:TumblingWindowInSeconds FunctionResponseTypes:FunctionResponseTypeList AmazonManagedKafkaEventSourceConfig:AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig:SelfManagedKafkaEventSourceConfig ScalingConfig:ScalingConfig DocumentDBEventSourceConfig:DocumentDBEventSourceConfig KMSKeyArn:KMSKeyArn FilterCriteriaError:FilterCriteriaError EventSourceMappingArn:EventSourceMappingArn MetricsConfig:EventSourceMappingMetricsConfig LoggingConfig:EventSourceMappingLoggingConfig ProvisionedPollerConfig:ProvisionedPollerConfig
        structure EventSourceMappingLoggingConfig SystemLogLevel:EventSourceMappingSystemLogLevel
        string EventSourceMappingMetric enum EventCount,ErrorCount,KafkaMetrics
        list EventSourceMappingMetricList EventSourceMappingMetric member 0..3
        structure EventSourceMappingMetricsConfig Metrics:EventSourceMappingMetricList
        string EventSourceMappingSystemLogLevel enum DEBUG,INFO,WARN
        list EventSourceMappingsList EventSourceMappingConfiguration member
        string EventSourcePosition enum TRIM_HORIZON,LATEST,AT_TIMESTAMP
        string EventSourceToken 0..256 pattern [a-zA-Z0-9._\-]+
        double ExecutionEnvironmentMemoryGiBPerVCpu 2..8
        integer ExecutionTimeout 1..31622400
        string FileSystemArn 0..256 pattern arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}
        structure FileSystemConfig Arn*:FileSystemArn LocalMountPath*:LocalMountPath
        list FileSystemConfigList FileSystemConfig member 0..1
        structure Filter Pattern:Pattern
        structure FilterCriteria Filters:FilterList
        structure FilterCriteriaError ErrorCode:FilterCriteriaErrorCode Message:FilterCriteriaErrorMessage
        string FilterCriteriaErrorCode 10..50 pattern [A-Za-z]+Exception
        string FilterCriteriaErrorMessage 10..2048 pattern .*
        list FilterList Filter member
        string FullDocument enum UpdateLookup,Default
        string FunctionArn 0..10000 pattern arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?
        structure FunctionCode ZipFile:Blob S3Bucket:S3Bucket S3Key:S3Key S3ObjectVersion:S3ObjectVersion ImageUri:String SourceKMSKeyArn:KMSKeyArn
        structure FunctionCodeLocation RepositoryType:String Location:String ImageUri:String ResolvedImageUri:String SourceKMSKeyArn:String
        structure FunctionConfiguration FunctionName:NamespacedFunctionName FunctionArn:NameSpacedFunctionArn Runtime:Runtime Role:RoleArn Handler:Handler CodeSize:Long Description:Description Timeout:Timeout MemorySize:MemorySize LastModified:Timestamp CodeSha256:String Version:Version VpcConfig:VpcConfigResponse DeadLetterConfig:DeadLetterConfig Environment:EnvironmentResponse KMSKeyArn:KMSKeyArn TracingConfig:TracingConfigResponse MasterArn:FunctionArn RevisionId:String Layers:LayersReferenceList State:State StateReason:StateReason StateReasonCode:StateReasonCode LastUpdateStatus:LastUpdateStatus LastUpdateStatusReason:LastUpdateStatusReason LastUpdateStatusReasonCode:LastUpdateStatusReasonCode FileSystemConfigs:FileSystemConfigList PackageType:PackageType ImageConfigResponse:ImageConfigResponse SigningProfileVersionArn:Arn SigningJobArn:Arn Architectures:ArchitecturesList EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse RuntimeVersionConfig:RuntimeVersionConfig LoggingConfig:LoggingConfig CapacityProviderConfig:CapacityProviderConfig ConfigSha256:String DurableConfig:DurableConfig TenancyConfig:TenancyConfig
        structure FunctionEventInvokeConfig LastModified:Date FunctionArn:FunctionArn MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds DestinationConfig:DestinationConfig
        list FunctionEventInvokeConfigList FunctionEventInvokeConfig member
        list FunctionList FunctionConfiguration member
        string FunctionName 1..140 pattern (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?
        string FunctionResponseType enum ReportBatchItemFailures
        list FunctionResponseTypeList FunctionResponseType member 0..1
        string FunctionUrl 40..100
        string FunctionUrlAuthType enum NONE,AWS_IAM
        structure FunctionUrlConfig FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn CreationTime*:Timestamp LastModifiedTime*:Timestamp Cors:Cors AuthType*:FunctionUrlAuthType InvokeMode:InvokeMode
        list FunctionUrlConfigList FunctionUrlConfig member
        string FunctionUrlQualifier 1..128 pattern ((?!^\d+$)^[0-9a-zA-Z-_]+$)
        string FunctionVersion enum ALL
        string FunctionVersionLatestPublished enum LATEST_PUBLISHED
        structure GetAccountSettingsRequest 
        structure GetAccountSettingsResponse AccountLimit:AccountLimit AccountUsage:AccountUsage
        structure GetAliasRequest FunctionName*:FunctionName@path:FunctionName Name*:Alias@path:Name
        structure GetEventSourceMappingRequest UUID*:String@path:UUID
        structure GetFunctionCodeSigningConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName
        structure GetFunctionCodeSigningConfigResponse CodeSigningConfigArn*:CodeSigningConfigArn FunctionName*:FunctionName
        structure GetFunctionConcurrencyRequest FunctionName*:FunctionName@path:FunctionName
        structure GetFunctionConcurrencyResponse ReservedConcurrentExecutions:ReservedConcurrentExecutions
        structure GetFunctionConfigurationRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure GetFunctionEventInvokeConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure GetFunctionRecursionConfigRequest FunctionName*:UnqualifiedFunctionName@path:FunctionName
        structure GetFunctionRecursionConfigResponse RecursiveLoop:RecursiveLoop
        structure GetFunctionRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure GetFunctionResponse Configuration:FunctionConfiguration Code:FunctionCodeLocation Tags:Tags TagsError:TagsError Concurrency:Concurrency
        structure GetFunctionUrlConfigRequest FunctionName*:FunctionName@path:FunctionName Qualifier:FunctionUrlQualifier@query:Qualifier
        structure GetFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:Timestamp LastModifiedTime*:Timestamp InvokeMode:InvokeMode
        structure GetLayerVersionByArnRequest Arn*:LayerVersionArn@query:Arn
        structure GetLayerVersionPolicyRequest LayerName*:LayerName@path:LayerName VersionNumber*:LayerVersionNumber@path:VersionNumber
        structure GetLayerVersionPolicyResponse Policy:String RevisionId:String
        structure GetLayerVersionRequest LayerName*:LayerName@path:LayerName VersionNumber*:LayerVersionNumber@path:VersionNumber
        structure GetLayerVersionResponse Content:LayerVersionContentOutput LayerArn:LayerArn LayerVersionArn:LayerVersionArn Description:Description CreatedDate:Timestamp Version:LayerVersionNumber CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure GetPolicyRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure GetPolicyResponse Policy:String RevisionId:String
        structure GetRuntimeManagementConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier
        structure GetRuntimeManagementConfigResponse UpdateRuntimeOn:UpdateRuntimeOn RuntimeVersionArn:RuntimeVersionArn FunctionArn:NameSpacedFunctionArn
        string Handler 0..128 pattern [^\s]+
        string Header 0..1024 pattern .*
        list HeadersList Header member 0..100
        integer HttpStatus
        structure ImageConfig EntryPoint:StringList Command:StringList WorkingDirectory:WorkingDirectory
        structure ImageConfigError ErrorCode:String Message:SensitiveString
        structure ImageConfigResponse ImageConfig:ImageConfig Error:ImageConfigError
        integer Integer
        structure InvocationRequest FunctionName*:NamespacedFunctionName@path:FunctionName InvocationType:InvocationType@header:X-Amz-Invocation-Type LogType:LogType@header:X-Amz-Log-Type ClientContext:String@header:X-Amz-Client-Context DurableExecutionName:DurableExecutionName@header:X-Amz-Durable-Execution-Name Payload:Blob@payload Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier TenantId:TenantId@header:X-Amz-Tenant-Id
        structure InvocationResponse StatusCode:Integer@status FunctionError:String@header:X-Amz-Function-Error LogResult:String@header:X-Amz-Log-Result Payload:Blob@payload ExecutedVersion:Version@header:X-Amz-Executed-Version DurableExecutionArn:DurableExecutionArn@header:X-Amz-Durable-Execution-Arn
        string InvocationType enum Event,RequestResponse,DryRun
        structure InvokeAsyncRequest FunctionName*:NamespacedFunctionName@path:FunctionName InvokeArgs*:BlobStream@payload
        structure InvokeAsyncResponse Status:HttpStatus@status
        string InvokeMode enum BUFFERED,RESPONSE_STREAM
        structure InvokeResponseStreamUpdate Payload:Blob
        structure InvokeWithResponseStreamCompleteEvent ErrorCode:String ErrorDetails:String LogResult:String
        structure InvokeWithResponseStreamRequest FunctionName*:NamespacedFunctionName@path:FunctionName InvocationType:ResponseStreamingInvocationType@header:X-Amz-Invocation-Type LogType:LogType@header:X-Amz-Log-Type ClientContext:String@header:X-Amz-Client-Context Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier Payload:Blob@payload TenantId:TenantId@header:X-Amz-Tenant-Id
        structure InvokeWithResponseStreamResponse StatusCode:Integer@status ExecutedVersion:Version@header:X-Amz-Executed-Version EventStream:InvokeWithResponseStreamResponseEvent@payload ResponseStreamContentType:String@header:Content-Type
        structure InvokeWithResponseStreamResponseEvent PayloadChunk:InvokeResponseStreamUpdate InvokeComplete:InvokeWithResponseStreamCompleteEvent
        boolean InvokedViaFunctionUrl
        string KMSKeyArn pattern (arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()
        structure KafkaSchemaRegistryAccessConfig Type:KafkaSchemaRegistryAuthType URI:Arn
        list KafkaSchemaRegistryAccessConfigList KafkaSchemaRegistryAccessConfig member
        string KafkaSchemaRegistryAuthType enum BASIC_AUTH,CLIENT_CERTIFICATE_TLS_AUTH,SERVER_ROOT_CA_CERTIFICATE
        structure KafkaSchemaRegistryConfig SchemaRegistryURI:SchemaRegistryUri EventRecordFormat:SchemaRegistryEventRecordFormat AccessConfigs:KafkaSchemaRegistryAccessConfigList SchemaValidationConfigs:KafkaSchemaValidationConfigList
        string KafkaSchemaValidationAttribute enum KEY,VALUE
        structure KafkaSchemaValidationConfig Attribute:KafkaSchemaValidationAttribute
        list KafkaSchemaValidationConfigList KafkaSchemaValidationConfig member
        structure LambdaManagedInstancesCapacityProviderConfig CapacityProviderArn*:CapacityProviderArn PerExecutionEnvironmentMaxConcurrency:PerExecutionEnvironmentMaxConcurrency ExecutionEnvironmentMemoryGiBPerVCpu:ExecutionEnvironmentMemoryGiBPerVCpu
        string LastUpdateStatus enum Successful,Failed,InProgress
        string LastUpdateStatusReason
        string LastUpdateStatusReasonCode enum EniLimitExceeded,InsufficientRolePermissions,InvalidConfiguration,InternalError,SubnetOutOfIPAddresses,InvalidSubnet,InvalidSecurityGroup,ImageDeleted,ImageAccessDenied,InvalidImage,KMSKeyAccessDenied,KMSKeyNotFound,InvalidStateKMSKey,DisabledKMSKey,EFSIOError,EFSMountConnectivityError,EFSMountFailure,EFSMountTimeout,InvalidRuntime,InvalidZipFileException,FunctionError,VcpuLimitExceeded,CapacityProviderScalingLimitExceeded,InsufficientCapacity,EC2RequestLimitExceeded,FunctionError.InitTimeout,FunctionError.RuntimeInitError,FunctionError.ExtensionInitError,FunctionError.InvalidEntryPoint,FunctionError.InvalidWorkingDirectory,FunctionError.PermissionDenied,FunctionError.TooManyExtensions,FunctionError.InitResourceExhausted,DisallowedByVpcEncryptionControl
        structure Layer Arn:LayerVersionArn CodeSize:Long SigningProfileVersionArn:Arn SigningJobArn:Arn
        string LayerArn 1..140 pattern arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+
        list LayerList LayerVersionArn member
        string LayerName 1..140 pattern (arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+
        string LayerPermissionAllowedAction 0..22 pattern lambda:GetLayerVersion
        string LayerPermissionAllowedPrincipal pattern \d{12}|\*|arn:(aws[a-zA-Z-]*):iam::\d{12}:root
        string LayerVersionArn 1..140 pattern arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+
        structure LayerVersionContentInput S3Bucket:S3Bucket S3Key:S3Key S3ObjectVersion:S3ObjectVersion ZipFile:Blob
        structure LayerVersionContentOutput Location:String CodeSha256:String CodeSize:Long SigningProfileVersionArn:String SigningJobArn:String
        long LayerVersionNumber
        list LayerVersionsList LayerVersionsListItem member
        structure LayerVersionsListItem LayerVersionArn:LayerVersionArn Version:LayerVersionNumber Description:Description CreatedDate:Timestamp CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        list LayersList LayersListItem member
        structure LayersListItem LayerName:LayerName LayerArn:LayerArn LatestMatchingVersion:LayerVersionsListItem
        list LayersReferenceList Layer member
        string LicenseInfo 0..512
        structure ListAliasesRequest FunctionName*:FunctionName@path:FunctionName FunctionVersion:VersionWithLatestPublished@query:FunctionVersion Marker:String@query:Marker MaxItems:MaxListItems@query:MaxItems
        structure ListAliasesResponse NextMarker:String Aliases:AliasList
        structure ListEventSourceMappingsRequest EventSourceArn:Arn@query:EventSourceArn FunctionName:NamespacedFunctionName@query:FunctionName Marker:String@query:Marker MaxItems:MaxListItems@query:MaxItems
        structure ListEventSourceMappingsResponse NextMarker:String EventSourceMappings:EventSourceMappingsList
        structure ListFunctionEventInvokeConfigsRequest FunctionName*:NamespacedFunctionName@path:FunctionName Marker:String@query:Marker MaxItems:MaxFunctionEventInvokeConfigListItems@query:MaxItems
        structure ListFunctionEventInvokeConfigsResponse FunctionEventInvokeConfigs:FunctionEventInvokeConfigList NextMarker:String
        structure ListFunctionUrlConfigsRequest FunctionName*:FunctionName@path:FunctionName Marker:String@query:Marker MaxItems:MaxItems@query:MaxItems
        structure ListFunctionUrlConfigsResponse FunctionUrlConfigs*:FunctionUrlConfigList NextMarker:String
        structure ListFunctionsRequest MasterRegion:MasterRegion@query:MasterRegion FunctionVersion:FunctionVersion@query:FunctionVersion Marker:String@query:Marker MaxItems:MaxListItems@query:MaxItems
        structure ListFunctionsResponse NextMarker:String Functions:FunctionList
        structure ListLayerVersionsRequest CompatibleRuntime:Runtime@query:CompatibleRuntime LayerName*:LayerName@path:LayerName Marker:String@query:Marker MaxItems:MaxLayerListItems@query:MaxItems CompatibleArchitecture:Architecture@query:CompatibleArchitecture
        structure ListLayerVersionsResponse NextMarker:String LayerVersions:LayerVersionsList
        structure ListLayersRequest CompatibleRuntime:Runtime@query:CompatibleRuntime Marker:String@query:Marker MaxItems:MaxLayerListItems@query:MaxItems CompatibleArchitecture:Architecture@query:CompatibleArchitecture
        structure ListLayersResponse NextMarker:String Layers:LayersList
        structure ListTagsRequest Resource*:TaggableResource@path:Resource
        structure ListTagsResponse Tags:Tags
        structure ListVersionsByFunctionRequest FunctionName*:NamespacedFunctionName@path:FunctionName Marker:String@query:Marker MaxItems:MaxListItems@query:MaxItems
        structure ListVersionsByFunctionResponse NextMarker:String Versions:FunctionList
        string LocalMountPath 0..160 pattern /mnt/[a-zA-Z0-9-_.]+
        string LogFormat enum JSON,Text
        string LogGroup 1..512 pattern [\.\-_/#A-Za-z0-9]+
        string LogType enum None,Tail
        structure LoggingConfig LogFormat:LogFormat ApplicationLogLevel:ApplicationLogLevel SystemLogLevel:SystemLogLevel LogGroup:LogGroup
        long Long
        string MasterRegion pattern ALL|[a-z]{2}(-gov)?-[a-z]+-\d{1}
        integer MaxAge 0..86400
        integer MaxFunctionEventInvokeConfigListItems 1..50
        integer MaxItems 1..50
        integer MaxLayerListItems 1..50
        integer MaxListItems 1..10000
        integer MaximumBatchingWindowInSeconds 0..300
        integer MaximumConcurrency 2..1000
        integer MaximumEventAgeInSeconds 60..21600
        integer MaximumNumberOfPollers 1..2000
        integer MaximumRecordAgeInSeconds -1..604800
        integer MaximumRetryAttempts 0..2
        integer MaximumRetryAttemptsEventSourceMapping -1..10000
        integer MemorySize 128..32768
        string Method 0..6 pattern .*
        integer MinimumNumberOfPollers 1..200
        string NameSpacedFunctionArn 0..10000 pattern arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9-_\.]+(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?
        string NamespacedFunctionName 1..256 pattern (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?
        string NamespacedStatementId 1..100 pattern ([a-zA-Z0-9-_.]+)
        boolean NullableBoolean
        string NumericLatestPublishedOrAliasQualifier 1..128 pattern \$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+
        structure OnFailure Destination:DestinationArn
        structure OnSuccess Destination:DestinationArn
        string OrganizationId 0..34 pattern o-[a-z0-9]{10,32}
        string Origin 1..253 pattern .*
        string PackageType enum Zip,Image
        integer ParallelizationFactor 1..10
        string Pattern 0..4096 pattern .*
        integer PerExecutionEnvironmentMaxConcurrency 1..1600
        string Principal pattern [^\s]+
        string PrincipalOrgID 12..34 pattern o-[a-z0-9]{10,32}
        structure ProvisionedPollerConfig MinimumPollers:MinimumNumberOfPollers MaximumPollers:MaximumNumberOfPollers PollerGroupName:ProvisionedPollerGroupName
        string ProvisionedPollerGroupName 0..128 pattern [a-zA-Z0-9-_]*
        structure PublishLayerVersionRequest LayerName*:LayerName@path:LayerName Description:Description Content*:LayerVersionContentInput CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure PublishLayerVersionResponse Content:LayerVersionContentOutput LayerArn:LayerArn LayerVersionArn:LayerVersionArn Description:Description CreatedDate:Timestamp Version:LayerVersionNumber CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure PublishVersionRequest FunctionName*:FunctionName@path:FunctionName CodeSha256:String Description:Description RevisionId:String PublishTo:FunctionVersionLatestPublished
        structure PutFunctionConcurrencyRequest FunctionName*:FunctionName@path:FunctionName ReservedConcurrentExecutions*:ReservedConcurrentExecutions
        structure PutFunctionEventInvokeConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds DestinationConfig:DestinationConfig
        structure PutFunctionRecursionConfigRequest FunctionName*:UnqualifiedFunctionName@path:FunctionName RecursiveLoop*:RecursiveLoop
        structure PutFunctionRecursionConfigResponse RecursiveLoop:RecursiveLoop
        structure PutRuntimeManagementConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier UpdateRuntimeOn*:UpdateRuntimeOn RuntimeVersionArn:RuntimeVersionArn
        structure PutRuntimeManagementConfigResponse UpdateRuntimeOn*:UpdateRuntimeOn FunctionArn*:FunctionArn RuntimeVersionArn:RuntimeVersionArn
        string Queue 1..1000 pattern [\s\S]*
        list Queues Queue member 1..1
        string RecursiveLoop enum Allow,Terminate
        structure RemoveLayerVersionPermissionRequest LayerName*:LayerName@path:LayerName VersionNumber*:LayerVersionNumber@path:VersionNumber StatementId*:StatementId@path:StatementId RevisionId:String@query:RevisionId
        structure RemovePermissionRequest FunctionName*:NamespacedFunctionName@path:FunctionName StatementId*:NamespacedStatementId@path:StatementId Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier RevisionId:String@query:RevisionId
        integer ReservedConcurrentExecutions 0..
        string ResourceArn pattern (arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()
        string ResponseStreamingInvocationType enum RequestResponse,DryRun
        integer RetentionPeriodInDays 1..90
        string RoleArn pattern arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+
        string Runtime enum nodejs,nodejs4.3,nodejs6.10,nodejs8.10,nodejs10.x,nodejs12.x,nodejs14.x,nodejs16.x,java8,java8.al2,java11,python2.7,python3.6,python3.7,python3.8,python3.9,dotnetcore1.0,dotnetcore2.0,dotnetcore2.1,dotnetcore3.1,dotnet6,dotnet8,nodejs4.3-edge,go1.x,ruby2.5,ruby2.7,provided,provided.al2,nodejs18.x,python3.10,java17,ruby3.2,ruby3.3,ruby3.4,python3.11,nodejs20.x,provided.al2023,python3.12,java21,python3.13,nodejs22.x,nodejs24.x,python3.14,java25,dotnet10,ruby4.0
        string RuntimeVersionArn 26..2048 pattern arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}::runtime:.+
        structure RuntimeVersionConfig RuntimeVersionArn:RuntimeVersionArn Error:RuntimeVersionError
        structure RuntimeVersionError ErrorCode:String Message:SensitiveString
        string S3Bucket 3..63 pattern [0-9A-Za-z\.\-_]*(?<!\.)
        string S3Key 1..1024
        string S3ObjectVersion 1..1024
        structure ScalingConfig MaximumConcurrency:MaximumConcurrency
        string SchemaRegistryEventRecordFormat enum JSON,SOURCE
        string SchemaRegistryUri 1..10000 pattern [a-zA-Z0-9-\/*:_+=.@-]*
        string SecurityGroupId
        list SecurityGroupIds SecurityGroupId member 0..5
        structure SelfManagedEventSource Endpoints:Endpoints
        structure SelfManagedKafkaEventSourceConfig ConsumerGroupId:URI SchemaRegistryConfig:KafkaSchemaRegistryConfig
        string SensitiveString sensitive
        structure SnapStart ApplyOn:SnapStartApplyOn
        string SnapStartApplyOn enum PublishedVersions,None
        string SnapStartOptimizationStatus enum On,Off
        structure SnapStartResponse ApplyOn:SnapStartApplyOn OptimizationStatus:SnapStartOptimizationStatus
        structure SourceAccessConfiguration Type:SourceAccessType URI:URI
        list SourceAccessConfigurations SourceAccessConfiguration member 0..22
        string SourceAccessType enum BASIC_AUTH,VPC_SUBNET,VPC_SECURITY_GROUP,SASL_SCRAM_512_AUTH,SASL_SCRAM_256_AUTH,VIRTUAL_HOST,CLIENT_CERTIFICATE_TLS_AUTH,SERVER_ROOT_CA_CERTIFICATE
        string SourceOwner 0..12 pattern \d{12}
        string State enum Pending,Active,Inactive,Failed,Deactivating,Deactivated,ActiveNonInvocable,Deleting
        string StateReason
        string StateReasonCode enum Idle,Creating,Restoring,EniLimitExceeded,InsufficientRolePermissions,InvalidConfiguration,InternalError,SubnetOutOfIPAddresses,InvalidSubnet,InvalidSecurityGroup,ImageDeleted,ImageAccessDenied,InvalidImage,KMSKeyAccessDenied,KMSKeyNotFound,InvalidStateKMSKey,DisabledKMSKey,EFSIOError,EFSMountConnectivityError,EFSMountFailure,EFSMountTimeout,InvalidRuntime,InvalidZipFileException,FunctionError,DrainingDurableExecutions,VcpuLimitExceeded,CapacityProviderScalingLimitExceeded,InsufficientCapacity,EC2RequestLimitExceeded,FunctionError.InitTimeout,FunctionError.RuntimeInitError,FunctionError.ExtensionInitError,FunctionError.InvalidEntryPoint,FunctionError.InvalidWorkingDirectory,FunctionError.PermissionDenied,FunctionError.TooManyExtensions,FunctionError.InitResourceExhausted,DisallowedByVpcEncryptionControl
        string StatementId 1..100 pattern ([a-zA-Z0-9-_]+)
        string String
        list StringList String member 0..1500
        string SubnetId
        list SubnetIds SubnetId member 0..16
        string SystemLogLevel enum DEBUG,INFO,WARN
        string TagKey 1..128 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        list TagKeyList TagKey member
        structure TagResourceRequest Resource*:TaggableResource@path:Resource Tags*:Tags
        string TagValue 0..256 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        string TaggableResource 1..256 pattern arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)
        map Tags TagKey TagValue key value
        structure TagsError ErrorCode*:TagsErrorCode Message*:TagsErrorMessage
        string TagsErrorCode 10..21 pattern [A-Za-z]+Exception
        string TagsErrorMessage 84..1000 pattern .*
        structure TenancyConfig TenantIsolationMode*:TenantIsolationMode
        string TenantId 1..256 pattern [a-zA-Z0-9\._:\/=+\-@ ]+
        string TenantIsolationMode enum PER_TENANT
        integer Timeout 1..
        string Timestamp
        string Topic 1..249 pattern [^.]([a-zA-Z0-9\-_.]+)
        list Topics Topic member 1..1
        structure TracingConfig Mode:TracingMode
        structure TracingConfigResponse Mode:TracingMode
        string TracingMode enum Active,PassThrough
        integer TumblingWindowInSeconds 0..900
        string URI 1..200 pattern [a-zA-Z0-9-\/*:_+=.@-]*
        string UnqualifiedFunctionName 1..140 pattern (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)
        integer UnreservedConcurrentExecutions 0..
        structure UntagResourceRequest Resource*:TaggableResource@path:Resource TagKeys*:TagKeyList@query:tagKeys
        structure UpdateAliasRequest FunctionName*:FunctionName@path:FunctionName Name*:Alias@path:Name FunctionVersion:VersionWithLatestPublished Description:Description RoutingConfig:AliasRoutingConfiguration RevisionId:String
        structure UpdateEventSourceMappingRequest UUID*:String@path:UUID FunctionName:NamespacedFunctionName Enabled:Enabled BatchSize:BatchSize FilterCriteria:FilterCriteria MaximumBatchingWindowInSeconds:MaximumBatchingWindowInSeconds DestinationConfig:DestinationConfig MaximumRecordAgeInSeconds:MaximumRecordAgeInSeconds BisectBatchOnFunctionError:BisectBatchOnFunctionError MaximumRetryAttempts:MaximumRetryAttemptsEventSourceMapping ParallelizationFactor:ParallelizationFactor SourceAccessConfigurations:SourceAccessConfigurations TumblingWindowInSeconds:TumblingWindowInSeconds FunctionResponseTypes:FunctionResponseTypeList ScalingConfig:ScalingConfig AmazonManagedKafkaEventSourceConfig:AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig:SelfManagedKafkaEventSourceConfig DocumentDBEventSourceConfig:DocumentDBEventSourceConfig KMSKeyArn:KMSKeyArn MetricsConfig:EventSourceMappingMetricsConfig LoggingConfig:EventSourceMappingLoggingConfig ProvisionedPollerConfig:ProvisionedPollerConfig
        structure UpdateFunctionCodeRequest FunctionName*:FunctionName@path:FunctionName ZipFile:Blob S3Bucket:S3Bucket S3Key:S3Key S3ObjectVersion:S3ObjectVersion ImageUri:String Publish:Boolean DryRun:Boolean RevisionId:String Architectures:ArchitecturesList SourceKMSKeyArn:KMSKeyArn PublishTo:FunctionVersionLatestPublished
        structure UpdateFunctionConfigurationRequest FunctionName*:FunctionName@path:FunctionName Role:RoleArn Handler:Handler Description:Description Timeout:Timeout MemorySize:MemorySize VpcConfig:VpcConfig Environment:Environment Runtime:Runtime DeadLetterConfig:DeadLetterConfig KMSKeyArn:KMSKeyArn TracingConfig:TracingConfig RevisionId:String Layers:LayerList FileSystemConfigs:FileSystemConfigList ImageConfig:ImageConfig EphemeralStorage:EphemeralStorage SnapStart:SnapStart LoggingConfig:LoggingConfig CapacityProviderConfig:CapacityProviderConfig DurableConfig:DurableConfig
        structure UpdateFunctionEventInvokeConfigRequest FunctionName*:NamespacedFunctionName@path:FunctionName Qualifier:NumericLatestPublishedOrAliasQualifier@query:Qualifier MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds DestinationConfig:DestinationConfig
        structure UpdateFunctionUrlConfigRequest FunctionName*:FunctionName@path:FunctionName Qualifier:FunctionUrlQualifier@query:Qualifier AuthType:FunctionUrlAuthType Cors:Cors InvokeMode:InvokeMode
        structure UpdateFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:Timestamp LastModifiedTime*:Timestamp InvokeMode:InvokeMode
        string UpdateRuntimeOn enum Auto,Manual,FunctionUpdate
        string Version 1..1024 pattern (\$LATEST|[0-9]+)
        string VersionWithLatestPublished 1..1024 pattern (\$LATEST(\.PUBLISHED)?|[0-9]+)
        structure VpcConfig SubnetIds:SubnetIds SecurityGroupIds:SecurityGroupIds Ipv6AllowedForDualStack:NullableBoolean
        structure VpcConfigResponse SubnetIds:SubnetIds SecurityGroupIds:SecurityGroupIds VpcId:VpcId Ipv6AllowedForDualStack:NullableBoolean
        string VpcId
        double Weight 0..1
        string WorkingDirectory 0..1000
        """#)
}
