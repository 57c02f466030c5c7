// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `rekognition`.
    static let rekognition = ModelReader.read(
        #"""
        service rekognition - - - - coral
        action compareFaces - CompareFacesResponse
        action detectFaces - DetectFacesResponse
        action detectLabels - DetectLabelsResponse
        action detectModerationLabels - DetectModerationLabelsResponse
        action detectText - DetectTextResponse
        action getLabelDetection - GetLabelDetectionResponse
        action indexFaces - IndexFacesResponse
        action recognizeCelebrities - RecognizeCelebritiesResponse
        action searchFacesByImage - SearchFacesByImageResponse
        action startLabelDetection - StartLabelDetectionResponse
        boolean -boolean
        double -double
        double Degree -180..180
        double Percent 0..100
        integer -integer
        integer UInteger 0..
        integer ULong 0..
        list CelebrityList Celebrity -
        list CompareFacesMatchList CompareFacesMatch -
        list CompareFacesUnmatchList ComparedFace -
        list ComparedFaceList ComparedFace -
        list ContentTypes ContentType - 0..50
        list DominantColors DominantColor -
        list Emotions Emotion -
        list FaceDetailList FaceDetail -
        list FaceMatchList FaceMatch -
        list FaceRecordList FaceRecord -
        list HumanLoopActivationReasons -string - 1..
        list Instances Instance -
        list LabelAliases LabelAlias -
        list LabelCategories LabelCategory -
        list LabelDetections LabelDetection -
        list Labels Label -
        list Landmarks Landmark -
        list ModerationLabels ModerationLabel -
        list Parents Parent -
        list Polygon Point -
        list Reasons Reason -
        list TextDetectionList TextDetection -
        list UnindexedFaces UnindexedFace -
        list Urls -string - 0..255
        string -string
        string EmotionName enum HAPPY,SAD,ANGRY,CONFUSED,DISGUSTED,SURPRISED,CALM,UNKNOWN,FEAR
        string ExternalImageId 1..255
        string GenderType enum Male,Female
        string HumanLoopActivationConditionsEvaluationResults ..10240
        string HumanLoopArn ..256
        string JobId 1..64
        string JobTag 1..1024
        string KnownGenderType enum Male,Female,Nonbinary,Unlisted
        string LabelDetectionAggregateBy enum TIMESTAMPS,SEGMENTS
        string LabelDetectionSortBy enum NAME,TIMESTAMP
        string LandmarkType enum eyeLeft,eyeRight,nose,mouthLeft,mouthRight,leftEyeBrowLeft,leftEyeBrowRight,leftEyeBrowUp,rightEyeBrowLeft,rightEyeBrowRight,rightEyeBrowUp,leftEyeLeft,leftEyeRight,leftEyeUp,leftEyeDown,rightEyeLeft,rightEyeRight,rightEyeUp,rightEyeDown,noseLeft,noseRight,mouthUp,mouthDown,leftPupil,rightPupil,upperJawlineLeft,midJawlineLeft,chinBottom,midJawlineRight,upperJawlineRight
        string OrientationCorrection enum ROTATE_0,ROTATE_90,ROTATE_180,ROTATE_270
        string PaginationToken ..255
        string ProjectVersionId 20..2048
        string Reason enum EXCEEDS_MAX_FACES,EXTREME_POSE,LOW_BRIGHTNESS,LOW_SHARPNESS,LOW_CONFIDENCE,SMALL_BOUNDING_BOX,LOW_FACE_QUALITY
        string S3Bucket 3..255
        string S3ObjectName 1..1024
        string S3ObjectVersion 1..1024
        string TextTypes enum LINE,WORD
        string UserId 1..128
        string VideoColorRange enum FULL,LIMITED
        string VideoJobStatus enum IN_PROGRESS,SUCCEEDED,FAILED
        structure AgeRange Low:UInteger High:UInteger
        structure Beard Value:-boolean Confidence:Percent
        structure BoundingBox Width:-double Height:-double Left:-double Top:-double
        structure Celebrity Urls:Urls Name:-string Id:-string Face:ComparedFace MatchConfidence:Percent KnownGender:KnownGender
        structure CompareFacesMatch Similarity:Percent Face:ComparedFace
        structure CompareFacesResponse SourceImageFace:ComparedSourceImageFace FaceMatches:CompareFacesMatchList UnmatchedFaces:CompareFacesUnmatchList SourceImageOrientationCorrection:OrientationCorrection TargetImageOrientationCorrection:OrientationCorrection
        structure ComparedFace BoundingBox:BoundingBox Confidence:Percent Landmarks:Landmarks Pose:Pose Quality:ImageQuality Emotions:Emotions Smile:Smile
        structure ComparedSourceImageFace BoundingBox:BoundingBox Confidence:Percent
        structure ContentType Confidence:Percent Name:-string
        structure DetectFacesResponse FaceDetails:FaceDetailList OrientationCorrection:OrientationCorrection
        structure DetectLabelsImageBackground Quality:DetectLabelsImageQuality DominantColors:DominantColors
        structure DetectLabelsImageForeground Quality:DetectLabelsImageQuality DominantColors:DominantColors
        structure DetectLabelsImageProperties Quality:DetectLabelsImageQuality DominantColors:DominantColors Foreground:DetectLabelsImageForeground Background:DetectLabelsImageBackground
        structure DetectLabelsImageQuality Brightness:-double Sharpness:-double Contrast:-double
        structure DetectLabelsResponse Labels:Labels OrientationCorrection:OrientationCorrection LabelModelVersion:-string ImageProperties:DetectLabelsImageProperties
        structure DetectModerationLabelsResponse ModerationLabels:ModerationLabels ModerationModelVersion:-string HumanLoopActivationOutput:HumanLoopActivationOutput ProjectVersion:ProjectVersionId ContentTypes:ContentTypes
        structure DetectTextResponse TextDetections:TextDetectionList TextModelVersion:-string
        structure DominantColor Red:UInteger Blue:UInteger Green:UInteger HexCode:-string CssColor:-string SimplifiedColor:-string PixelPercent:Percent
        structure Emotion Type:EmotionName Confidence:Percent
        structure EyeDirection Yaw:Degree Pitch:Degree Confidence:Percent
        structure EyeOpen Value:-boolean Confidence:Percent
        structure Eyeglasses Value:-boolean Confidence:Percent
        structure Face FaceId:-string BoundingBox:BoundingBox ImageId:-string ExternalImageId:ExternalImageId Confidence:Percent IndexFacesModelVersion:-string UserId:UserId
        structure FaceDetail BoundingBox:BoundingBox AgeRange:AgeRange Smile:Smile Eyeglasses:Eyeglasses Sunglasses:Sunglasses Gender:Gender Beard:Beard Mustache:Mustache EyesOpen:EyeOpen MouthOpen:MouthOpen Emotions:Emotions Landmarks:Landmarks Pose:Pose Quality:ImageQuality Confidence:Percent FaceOccluded:FaceOccluded EyeDirection:EyeDirection
        structure FaceMatch Similarity:Percent Face:Face
        structure FaceOccluded Value:-boolean Confidence:Percent
        structure FaceRecord Face:Face FaceDetail:FaceDetail
        structure Gender Value:GenderType Confidence:Percent
        structure Geometry BoundingBox:BoundingBox Polygon:Polygon
        structure GetLabelDetectionRequestMetadata SortBy:LabelDetectionSortBy AggregateBy:LabelDetectionAggregateBy
        structure GetLabelDetectionResponse JobStatus:VideoJobStatus StatusMessage:-string VideoMetadata:VideoMetadata NextToken:PaginationToken Labels:LabelDetections LabelModelVersion:-string JobId:JobId Video:Video JobTag:JobTag GetRequestMetadata:GetLabelDetectionRequestMetadata
        structure HumanLoopActivationOutput HumanLoopArn:HumanLoopArn HumanLoopActivationReasons:HumanLoopActivationReasons HumanLoopActivationConditionsEvaluationResults:HumanLoopActivationConditionsEvaluationResults
        structure ImageQuality Brightness:-double Sharpness:-double
        structure IndexFacesResponse FaceRecords:FaceRecordList OrientationCorrection:OrientationCorrection FaceModelVersion:-string UnindexedFaces:UnindexedFaces
        structure Instance BoundingBox:BoundingBox Confidence:Percent DominantColors:DominantColors
        structure KnownGender Type:KnownGenderType
        structure Label Name:-string Confidence:Percent Instances:Instances Parents:Parents Aliases:LabelAliases Categories:LabelCategories
        structure LabelAlias Name:-string
        structure LabelCategory Name:-string
        structure LabelDetection Timestamp:-integer Label:Label StartTimestampMillis:ULong EndTimestampMillis:ULong DurationMillis:ULong
        structure Landmark Type:LandmarkType X:-double Y:-double
        structure ModerationLabel Confidence:Percent Name:-string ParentName:-string TaxonomyLevel:UInteger
        structure MouthOpen Value:-boolean Confidence:Percent
        structure Mustache Value:-boolean Confidence:Percent
        structure Parent Name:-string
        structure Point X:-double Y:-double
        structure Pose Roll:Degree Yaw:Degree Pitch:Degree
        structure RecognizeCelebritiesResponse CelebrityFaces:CelebrityList UnrecognizedFaces:ComparedFaceList OrientationCorrection:OrientationCorrection
        structure S3Object Bucket:S3Bucket Name:S3ObjectName Version:S3ObjectVersion
        structure SearchFacesByImageResponse SearchedFaceBoundingBox:BoundingBox SearchedFaceConfidence:Percent FaceMatches:FaceMatchList FaceModelVersion:-string
        structure Smile Value:-boolean Confidence:Percent
        structure StartLabelDetectionResponse JobId:JobId
        structure Sunglasses Value:-boolean Confidence:Percent
        structure TextDetection DetectedText:-string Type:TextTypes Id:UInteger ParentId:UInteger Confidence:Percent Geometry:Geometry
        structure UnindexedFace Reasons:Reasons FaceDetail:FaceDetail
        structure Video S3Object:S3Object
        structure VideoMetadata Codec:-string DurationMillis:ULong Format:-string FrameRate:-double FrameHeight:ULong FrameWidth:ULong ColorRange:VideoColorRange
        """#)
}
