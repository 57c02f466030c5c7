// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sagemaker`.
    static let sagemaker = ModelReader.read(
        #"""
        service sagemaker - - - - coral
        action createEndpoint - CreateEndpointOutput
        action createEndpointConfig - CreateEndpointConfigOutput
        action createHyperParameterTuningJob - CreateHyperParameterTuningJobResponse
        action createLabelingJob - CreateLabelingJobResponse
        action createModel - CreateModelOutput
        action createProcessingJob - CreateProcessingJobResponse
        action createTrainingJob - CreateTrainingJobResponse
        action createTransformJob - CreateTransformJobResponse
        action describeEndpointConfig - DescribeEndpointConfigOutput
        action describeTransformJob - DescribeTransformJobResponse
        action updateEndpoint - UpdateEndpointOutput
        boolean -boolean
        double VariantWeight 0..
        integer -integer
        integer ClarifyLabelIndex 0..
        integer ClarifyMaxPayloadInMB 1..25
        integer ClarifyMaxRecordCount 1..
        integer ClarifyProbabilityIndex 0..
        integer ClarifyShapNumberOfSamples 1..
        integer InitialTaskCount 1..
        integer InstancePoolPriority 1..5
        integer InvocationsMaxRetries 0..3
        integer InvocationsTimeoutInSeconds 1..3600
        integer ManagedInstanceScalingCooldownInMinutes 5..1440
        integer ManagedInstanceScalingMaxInstanceCount 1..
        integer ManagedInstanceScalingMaximumStepSize 1..100
        integer ManagedInstanceScalingMinInstanceCount 0..
        integer MaxConcurrentInvocationsPerInstance 1..1000
        integer MaxConcurrentTransforms 0..
        integer MaxPayloadInMB 0..
        integer ProductionVariantContainerStartupHealthCheckTimeoutInSeconds 60..3600
        integer ProductionVariantModelDataDownloadTimeoutInSeconds 60..3600
        integer ProductionVariantVolumeSizeInGB 1..512
        integer SamplingPercentage 0..100
        integer ServerlessMaxConcurrency 1..200
        integer ServerlessMemorySizeInMB 1024..6144
        integer ServerlessProvisionedConcurrency 1..200
        integer TransformInstanceCount 1..
        integer VariantInstanceProvisionTimeoutInSeconds 300..3600
        list AsyncNotificationTopicTypeList AsyncNotificationTopicTypes - 0..2
        list CaptureOptionList CaptureOption - 1..32
        list ClarifyFeatureHeaders ClarifyHeader - 1..256
        list ClarifyFeatureTypes ClarifyFeatureType - 1..256
        list ClarifyLabelHeaders ClarifyHeader - 1..16
        list CsvContentTypes CsvContentType - 1..10
        list InstancePoolList InstancePool - 1..5
        list JsonContentTypes JsonContentType - 1..10
        list ProductionVariantList ProductionVariant - 1..10
        list Subnets SubnetId - 1..16
        list VpcSecurityGroupIds SecurityGroupId - 1..5
        map TransformEnvironmentMap TransformEnvironmentKey TransformEnvironmentValue - - 0..16
        string Accept 0..256
        string AssemblyType enum None,Line
        string AsyncNotificationTopicTypes enum SUCCESS_NOTIFICATION_TOPIC,ERROR_NOTIFICATION_TOPIC
        string AutoMLJobArn 1..256
        string BatchStrategy enum MultiRecord,SingleRecord
        string CapacityReservationPreference enum capacity-reservations-only
        string CaptureMode enum Input,Output,InputAndOutput
        string ClarifyContentTemplate 1..64
        string ClarifyEnableExplanations 1..64
        string ClarifyFeatureType enum numerical,categorical,text
        string ClarifyFeaturesAttribute 1..64
        string ClarifyHeader 1..64
        string ClarifyLabelAttribute 1..64
        string ClarifyMimeType 0..255
        string ClarifyProbabilityAttribute 1..64
        string ClarifyShapBaseline 1..4096
        string ClarifyTextGranularity enum token,sentence,paragraph
        string ClarifyTextLanguage enum af,sq,ar,hy,eu,bn,bg,ca,zh,hr,cs,da,nl,en,et,fi,fr,de,el,gu,he,hi,hu,is,id,ga,it,kn,ky,lv,lt,lb,mk,ml,mr,ne,nb,fa,pl,pt,ro,ru,sa,sr,tn,si,sk,sl,es,sv,tl,ta,tt,te,tr,uk,ur,yo,lij,xx
        string CompressionType enum None,Gzip
        string ContentType 0..256
        string CsvContentType 1..256
        string DestinationS3Uri 0..512
        string EndpointArn 20..2048
        string EndpointConfigArn 20..2048
        string EndpointConfigName 0..63
        string ExperimentEntityName 1..120
        string FailureReason 0..1024
        string HyperParameterTuningJobArn 0..256
        string JoinSource enum Input,None
        string JsonContentType 1..256
        string JsonPath 0..63
        string KmsKeyId 0..2048
        string LabelingJobArn 0..2048
        string ManagedInstanceScalingScaleInStrategy enum IDLE_RELEASE,CONSOLIDATION
        string ManagedInstanceScalingStatus enum ENABLED,DISABLED
        string MlReservationArn 20..258
        string ModelArn 20..2048
        string ModelName 0..63
        string ProcessingJobArn 0..256
        string ProductionVariantAcceleratorType enum ml.eia1.medium,ml.eia1.large,ml.eia1.xlarge,ml.eia2.medium,ml.eia2.large,ml.eia2.xlarge
        string ProductionVariantInferenceAmiVersion enum al2-ami-sagemaker-inference-gpu-2,al2-ami-sagemaker-inference-gpu-2-1,al2-ami-sagemaker-inference-gpu-3-1,al2-ami-sagemaker-inference-neuron-2,al2023-ami-sagemaker-inference-gpu-4-1
        string ProductionVariantInstanceType enum ml.t2.medium,ml.t2.large,ml.t2.xlarge,ml.t2.2xlarge,ml.m4.xlarge,ml.m4.2xlarge,ml.m4.4xlarge,ml.m4.10xlarge,ml.m4.16xlarge,ml.m5.large,ml.m5.xlarge,ml.m5.2xlarge,ml.m5.4xlarge,ml.m5.12xlarge,ml.m5.24xlarge,ml.m5d.large,ml.m5d.xlarge,ml.m5d.2xlarge,ml.m5d.4xlarge,ml.m5d.12xlarge,ml.m5d.24xlarge,ml.c4.large,ml.c4.xlarge,ml.c4.2xlarge,ml.c4.4xlarge,ml.c4.8xlarge,ml.p2.xlarge,ml.p2.8xlarge,ml.p2.16xlarge,ml.p3.2xlarge,ml.p3.8xlarge,ml.p3.16xlarge,ml.c5.large,ml.c5.xlarge,ml.c5.2xlarge,ml.c5.4xlarge,ml.c5.9xlarge,ml.c5.18xlarge,ml.c5d.large,ml.c5d.xlarge,ml.c5d.2xlarge,ml.c5d.4xlarge,ml.c5d.9xlarge,ml.c5d.18xlarge,ml.g4dn.xlarge,ml.g4dn.2xlarge,ml.g4dn.4xlarge,ml.g4dn.8xlarge,ml.g4dn.12xlarge,ml.g4dn.16xlarge,ml.r5.large,ml.r5.xlarge,ml.r5.2xlarge,ml.r5.4xlarge,ml.r5.12xlarge,ml.r5.24xlarge,ml.r5d.large,ml.r5d.xlarge,ml.r5d.2xlarge,ml.r5d.4xlarge,ml.r5d.12xlarge,ml.r5d.24xlarge,ml.inf1.xlarge,ml.inf1.2xlarge,ml.inf1.6xlarge,ml.inf1.24xlarge,ml.dl1.24xlarge,ml.c6i.large,ml.c6i.xlarge,ml.c6i.2xlarge,ml.c6i.4xlarge,ml.c6i.8xlarge,ml.c6i.12xlarge,ml.c6i.16xlarge,ml.c6i.24xlarge,ml.c6i.32xlarge,ml.m6i.large,ml.m6i.xlarge,ml.m6i.2xlarge,ml.m6i.4xlarge,ml.m6i.8xlarge,ml.m6i.12xlarge,ml.m6i.16xlarge,ml.m6i.24xlarge,ml.m6i.32xlarge,ml.r6i.large,ml.r6i.xlarge,ml.r6i.2xlarge,ml.r6i.4xlarge,ml.r6i.8xlarge,ml.r6i.12xlarge,ml.r6i.16xlarge,ml.r6i.24xlarge,ml.r6i.32xlarge,ml.g5.xlarge,ml.g5.2xlarge,ml.g5.4xlarge,ml.g5.8xlarge,ml.g5.12xlarge,ml.g5.16xlarge,ml.g5.24xlarge,ml.g5.48xlarge,ml.g6.xlarge,ml.g6.2xlarge,ml.g6.4xlarge,ml.g6.8xlarge,ml.g6.12xlarge,ml.g6.16xlarge,ml.g6.24xlarge,ml.g6.48xlarge,ml.r8g.medium,ml.r8g.large,ml.r8g.xlarge,ml.r8g.2xlarge,ml.r8g.4xlarge,ml.r8g.8xlarge,ml.r8g.12xlarge,ml.r8g.16xlarge,ml.r8g.24xlarge,ml.r8g.48xlarge,ml.g6e.xlarge,ml.g6e.2xlarge,ml.g6e.4xlarge,ml.g6e.8xlarge,ml.g6e.12xlarge,ml.g6e.16xlarge,ml.g6e.24xlarge,ml.g6e.48xlarge,ml.g7e.2xlarge,ml.g7e.4xlarge,ml.g7e.8xlarge,ml.g7e.12xlarge,ml.g7e.24xlarge,ml.g7e.48xlarge,ml.p4d.24xlarge,ml.c7g.large,ml.c7g.xlarge,ml.c7g.2xlarge,ml.c7g.4xlarge,ml.c7g.8xlarge,ml.c7g.12xlarge,ml.c7g.16xlarge,ml.m6g.large,ml.m6g.xlarge,ml.m6g.2xlarge,ml.m6g.4xlarge,ml.m6g.8xlarge,ml.m6g.12xlarge,ml.m6g.16xlarge,ml.m6gd.large,ml.m6gd.xlarge,ml.m6gd.2xlarge,ml.m6gd.4xlarge,ml.m6gd.8xlarge,ml.m6gd.12xlarge,ml.m6gd.16xlarge,ml.c6g.large,ml.c6g.xlarge,ml.c6g.2xlarge,ml.c6g.4xlarge,ml.c6g.8xlarge,ml.c6g.12xlarge,ml.c6g.16xlarge,ml.c6gd.large,ml.c6gd.xlarge,ml.c6gd.2xlarge,ml.c6gd.4xlarge,ml.c6gd.8xlarge,ml.c6gd.12xlarge,ml.c6gd.16xlarge,ml.c6gn.large,ml.c6gn.xlarge,ml.c6gn.2xlarge,ml.c6gn.4xlarge,ml.c6gn.8xlarge,ml.c6gn.12xlarge,ml.c6gn.16xlarge,ml.r6g.large,ml.r6g.xlarge,ml.r6g.2xlarge,ml.r6g.4xlarge,ml.r6g.8xlarge,ml.r6g.12xlarge,ml.r6g.16xlarge,ml.r6gd.large,ml.r6gd.xlarge,ml.r6gd.2xlarge,ml.r6gd.4xlarge,ml.r6gd.8xlarge,ml.r6gd.12xlarge,ml.r6gd.16xlarge,ml.p4de.24xlarge,ml.trn1.2xlarge,ml.trn1.32xlarge,ml.trn1n.32xlarge,ml.trn2.48xlarge,ml.inf2.xlarge,ml.inf2.8xlarge,ml.inf2.24xlarge,ml.inf2.48xlarge,ml.p5.48xlarge,ml.p5e.48xlarge,ml.p5en.48xlarge,ml.m7i.large,ml.m7i.xlarge,ml.m7i.2xlarge,ml.m7i.4xlarge,ml.m7i.8xlarge,ml.m7i.12xlarge,ml.m7i.16xlarge,ml.m7i.24xlarge,ml.m7i.48xlarge,ml.c7i.large,ml.c7i.xlarge,ml.c7i.2xlarge,ml.c7i.4xlarge,ml.c7i.8xlarge,ml.c7i.12xlarge,ml.c7i.16xlarge,ml.c7i.24xlarge,ml.c7i.48xlarge,ml.r7i.large,ml.r7i.xlarge,ml.r7i.2xlarge,ml.r7i.4xlarge,ml.r7i.8xlarge,ml.r7i.12xlarge,ml.r7i.16xlarge,ml.r7i.24xlarge,ml.r7i.48xlarge,ml.c8g.medium,ml.c8g.large,ml.c8g.xlarge,ml.c8g.2xlarge,ml.c8g.4xlarge,ml.c8g.8xlarge,ml.c8g.12xlarge,ml.c8g.16xlarge,ml.c8g.24xlarge,ml.c8g.48xlarge,ml.r7gd.medium,ml.r7gd.large,ml.r7gd.xlarge,ml.r7gd.2xlarge,ml.r7gd.4xlarge,ml.r7gd.8xlarge,ml.r7gd.12xlarge,ml.r7gd.16xlarge,ml.m8g.medium,ml.m8g.large,ml.m8g.xlarge,ml.m8g.2xlarge,ml.m8g.4xlarge,ml.m8g.8xlarge,ml.m8g.12xlarge,ml.m8g.16xlarge,ml.m8g.24xlarge,ml.m8g.48xlarge,ml.c6in.large,ml.c6in.xlarge,ml.c6in.2xlarge,ml.c6in.4xlarge,ml.c6in.8xlarge,ml.c6in.12xlarge,ml.c6in.16xlarge,ml.c6in.24xlarge,ml.c6in.32xlarge,ml.p6-b200.48xlarge,ml.p6-b300.48xlarge,ml.p6e-gb200.36xlarge,ml.p5.4xlarge
        string RoleArn 20..2048
        string RoutingStrategy enum LEAST_OUTSTANDING_REQUESTS,RANDOM
        string S3DataType enum ManifestFile,S3Prefix,AugmentedManifestFile,Converse
        string S3Uri 0..1024
        string SecurityGroupId 0..32
        string SnsTopicArn 0..2048
        string SplitType enum None,Line,RecordIO,TFRecord
        string SubnetId 0..32
        string TrainingJobArn 0..256
        string TransformAmiVersion 1..63
        string TransformEnvironmentKey 0..1024
        string TransformEnvironmentValue 0..10240
        string TransformInstanceType enum ml.m4.xlarge,ml.m4.2xlarge,ml.m4.4xlarge,ml.m4.10xlarge,ml.m4.16xlarge,ml.c4.xlarge,ml.c4.2xlarge,ml.c4.4xlarge,ml.c4.8xlarge,ml.p2.xlarge,ml.p2.8xlarge,ml.p2.16xlarge,ml.p3.2xlarge,ml.p3.8xlarge,ml.p3.16xlarge,ml.c5.xlarge,ml.c5.2xlarge,ml.c5.4xlarge,ml.c5.9xlarge,ml.c5.18xlarge,ml.m5.large,ml.m5.xlarge,ml.m5.2xlarge,ml.m5.4xlarge,ml.m5.12xlarge,ml.m5.24xlarge,ml.m6i.large,ml.m6i.xlarge,ml.m6i.2xlarge,ml.m6i.4xlarge,ml.m6i.8xlarge,ml.m6i.12xlarge,ml.m6i.16xlarge,ml.m6i.24xlarge,ml.m6i.32xlarge,ml.c6i.large,ml.c6i.xlarge,ml.c6i.2xlarge,ml.c6i.4xlarge,ml.c6i.8xlarge,ml.c6i.12xlarge,ml.c6i.16xlarge,ml.c6i.24xlarge,ml.c6i.32xlarge,ml.r6i.large,ml.r6i.xlarge,ml.r6i.2xlarge,ml.r6i.4xlarge,ml.r6i.8xlarge,ml.r6i.12xlarge,ml.r6i.16xlarge,ml.r6i.24xlarge,ml.r6i.32xlarge,ml.m7i.large,ml.m7i.xlarge,ml.m7i.2xlarge,ml.m7i.4xlarge,ml.m7i.8xlarge,ml.m7i.12xlarge,ml.m7i.16xlarge,ml.m7i.24xlarge,ml.m7i.48xlarge,ml.c7i.large,ml.c7i.xlarge,ml.c7i.2xlarge,ml.c7i.4xlarge,ml.c7i.8xlarge,ml.c7i.12xlarge,ml.c7i.16xlarge,ml.c7i.24xlarge,ml.c7i.48xlarge,ml.r7i.large,ml.r7i.xlarge,ml.r7i.2xlarge,ml.r7i.4xlarge,ml.r7i.8xlarge,ml.r7i.12xlarge,ml.r7i.16xlarge,ml.r7i.24xlarge,ml.r7i.48xlarge,ml.g4dn.xlarge,ml.g4dn.2xlarge,ml.g4dn.4xlarge,ml.g4dn.8xlarge,ml.g4dn.12xlarge,ml.g4dn.16xlarge,ml.g5.xlarge,ml.g5.2xlarge,ml.g5.4xlarge,ml.g5.8xlarge,ml.g5.12xlarge,ml.g5.16xlarge,ml.g5.24xlarge,ml.g5.48xlarge,ml.trn1.2xlarge,ml.trn1.32xlarge,ml.inf2.xlarge,ml.inf2.8xlarge,ml.inf2.24xlarge,ml.inf2.48xlarge,ml.g6.xlarge,ml.g6.2xlarge,ml.g6.4xlarge,ml.g6.8xlarge,ml.g6.12xlarge,ml.g6.16xlarge,ml.g6.24xlarge,ml.g6.48xlarge
        string TransformJobArn 0..256
        string TransformJobName 1..63
        string TransformJobStatus enum InProgress,Completed,Failed,Stopping,Stopped
        string Url 0..1024
        string VariantName 0..63
        structure AsyncInferenceClientConfig MaxConcurrentInvocationsPerInstance:MaxConcurrentInvocationsPerInstance
        structure AsyncInferenceConfig ClientConfig:AsyncInferenceClientConfig OutputConfig*:AsyncInferenceOutputConfig
        structure AsyncInferenceNotificationConfig SuccessTopic:SnsTopicArn ErrorTopic:SnsTopicArn IncludeInferenceResponseIn:AsyncNotificationTopicTypeList
        structure AsyncInferenceOutputConfig KmsKeyId:KmsKeyId S3OutputPath:DestinationS3Uri NotificationConfig:AsyncInferenceNotificationConfig S3FailurePath:DestinationS3Uri
        structure BatchDataCaptureConfig DestinationS3Uri*:S3Uri KmsKeyId:KmsKeyId GenerateInferenceId:-boolean
        structure CaptureContentTypeHeader CsvContentTypes:CsvContentTypes JsonContentTypes:JsonContentTypes
        structure CaptureOption CaptureMode*:CaptureMode
        structure ClarifyExplainerConfig EnableExplanations:ClarifyEnableExplanations InferenceConfig:ClarifyInferenceConfig ShapConfig*:ClarifyShapConfig
        structure ClarifyInferenceConfig FeaturesAttribute:ClarifyFeaturesAttribute ContentTemplate:ClarifyContentTemplate MaxRecordCount:ClarifyMaxRecordCount MaxPayloadInMb:ClarifyMaxPayloadInMB ProbabilityIndex:ClarifyProbabilityIndex LabelIndex:ClarifyLabelIndex ProbabilityAttribute:ClarifyProbabilityAttribute LabelAttribute:ClarifyLabelAttribute LabelHeaders:ClarifyLabelHeaders FeatureHeaders:ClarifyFeatureHeaders FeatureTypes:ClarifyFeatureTypes
        structure ClarifyShapBaselineConfig MimeType:ClarifyMimeType ShapBaseline:ClarifyShapBaseline ShapBaselineUri:Url
        structure ClarifyShapConfig ShapBaselineConfig*:ClarifyShapBaselineConfig NumberOfSamples:ClarifyShapNumberOfSamples UseLogit:-boolean Seed:-integer TextConfig:ClarifyTextConfig
        structure ClarifyTextConfig Language*:ClarifyTextLanguage Granularity*:ClarifyTextGranularity
        structure CreateEndpointConfigOutput EndpointConfigArn*:EndpointConfigArn
        structure CreateEndpointOutput EndpointArn*:EndpointArn
        structure CreateHyperParameterTuningJobResponse HyperParameterTuningJobArn*:HyperParameterTuningJobArn
        structure CreateLabelingJobResponse LabelingJobArn*:LabelingJobArn
        structure CreateModelOutput ModelArn*:ModelArn
        structure CreateProcessingJobResponse ProcessingJobArn*:ProcessingJobArn
        structure CreateTrainingJobResponse TrainingJobArn*:TrainingJobArn
        structure CreateTransformJobResponse TransformJobArn*:TransformJobArn
        structure DataCaptureConfig EnableCapture:-boolean InitialSamplingPercentage*:SamplingPercentage DestinationS3Uri*:DestinationS3Uri KmsKeyId:KmsKeyId CaptureOptions*:CaptureOptionList CaptureContentTypeHeader:CaptureContentTypeHeader
        structure DataProcessing InputFilter:JsonPath OutputFilter:JsonPath JoinSource:JoinSource
        structure DescribeEndpointConfigOutput EndpointConfigName*:EndpointConfigName EndpointConfigArn*:EndpointConfigArn ProductionVariants*:ProductionVariantList DataCaptureConfig:DataCaptureConfig KmsKeyId:KmsKeyId CreationTime*:-timestamp AsyncInferenceConfig:AsyncInferenceConfig ExplainerConfig:ExplainerConfig ShadowProductionVariants:ProductionVariantList ExecutionRoleArn:RoleArn VpcConfig:VpcConfig EnableNetworkIsolation:-boolean MetricsConfig:MetricsConfig
        structure DescribeTransformJobResponse TransformJobName*:TransformJobName TransformJobArn*:TransformJobArn TransformJobStatus*:TransformJobStatus FailureReason:FailureReason ModelName*:ModelName MaxConcurrentTransforms:MaxConcurrentTransforms ModelClientConfig:ModelClientConfig MaxPayloadInMb:MaxPayloadInMB BatchStrategy:BatchStrategy Environment:TransformEnvironmentMap TransformInput*:TransformInput TransformOutput:TransformOutput DataCaptureConfig:BatchDataCaptureConfig TransformResources*:TransformResources CreationTime*:-timestamp TransformStartTime:-timestamp TransformEndTime:-timestamp LabelingJobArn:LabelingJobArn AutoMlJobArn:AutoMLJobArn DataProcessing:DataProcessing ExperimentConfig:ExperimentConfig
        structure ExperimentConfig ExperimentName:ExperimentEntityName TrialName:ExperimentEntityName TrialComponentDisplayName:ExperimentEntityName RunName:ExperimentEntityName
        structure ExplainerConfig ClarifyExplainerConfig:ClarifyExplainerConfig
        structure InstancePool InstanceType*:ProductionVariantInstanceType ModelNameOverride:ModelName Priority*:InstancePoolPriority
        structure MetricsConfig EnableEnhancedMetrics:-boolean MetricPublishFrequencyInSeconds:-integer
        structure ModelClientConfig InvocationsTimeoutInSeconds:InvocationsTimeoutInSeconds InvocationsMaxRetries:InvocationsMaxRetries
        structure ProductionVariant VariantName*:VariantName ModelName:ModelName InitialInstanceCount:InitialTaskCount InstanceType:ProductionVariantInstanceType InstancePools:InstancePoolList VariantInstanceProvisionTimeoutInSeconds:VariantInstanceProvisionTimeoutInSeconds InitialVariantWeight:VariantWeight AcceleratorType:ProductionVariantAcceleratorType CoreDumpConfig:ProductionVariantCoreDumpConfig ServerlessConfig:ProductionVariantServerlessConfig VolumeSizeInGb:ProductionVariantVolumeSizeInGB ModelDataDownloadTimeoutInSeconds:ProductionVariantModelDataDownloadTimeoutInSeconds ContainerStartupHealthCheckTimeoutInSeconds:ProductionVariantContainerStartupHealthCheckTimeoutInSeconds EnableSsmAccess:-boolean ManagedInstanceScaling:ProductionVariantManagedInstanceScaling RoutingConfig:ProductionVariantRoutingConfig InferenceAmiVersion:ProductionVariantInferenceAmiVersion CapacityReservationConfig:ProductionVariantCapacityReservationConfig
        structure ProductionVariantCapacityReservationConfig CapacityReservationPreference:CapacityReservationPreference MlReservationArn:MlReservationArn
        structure ProductionVariantCoreDumpConfig DestinationS3Uri*:DestinationS3Uri KmsKeyId:KmsKeyId
        structure ProductionVariantManagedInstanceScaling Status:ManagedInstanceScalingStatus MinInstanceCount:ManagedInstanceScalingMinInstanceCount MaxInstanceCount:ManagedInstanceScalingMaxInstanceCount ScaleInPolicy:ProductionVariantManagedInstanceScalingScaleInPolicy
        structure ProductionVariantManagedInstanceScalingScaleInPolicy Strategy*:ManagedInstanceScalingScaleInStrategy MaximumStepSize:ManagedInstanceScalingMaximumStepSize CooldownInMinutes:ManagedInstanceScalingCooldownInMinutes
        structure ProductionVariantRoutingConfig RoutingStrategy*:RoutingStrategy
        structure ProductionVariantServerlessConfig MemorySizeInMb*:ServerlessMemorySizeInMB MaxConcurrency*:ServerlessMaxConcurrency ProvisionedConcurrency:ServerlessProvisionedConcurrency
        structure TransformDataSource S3DataSource*:TransformS3DataSource
        structure TransformInput DataSource*:TransformDataSource ContentType:ContentType CompressionType:CompressionType SplitType:SplitType
        structure TransformOutput S3OutputPath*:S3Uri Accept:Accept AssembleWith:AssemblyType KmsKeyId:KmsKeyId
        structure TransformResources InstanceType*:TransformInstanceType InstanceCount*:TransformInstanceCount VolumeKmsKeyId:KmsKeyId TransformAmiVersion:TransformAmiVersion
        structure TransformS3DataSource S3DataType*:S3DataType S3Uri*:S3Uri
        structure UpdateEndpointOutput EndpointArn*:EndpointArn
        structure VpcConfig SecurityGroupIds*:VpcSecurityGroupIds Subnets*:Subnets
        timestamp -timestamp
        """#)
}
