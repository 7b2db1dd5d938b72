namespace Landfall.Config.Pipelines;

/// <summary>The newest images of CodeBuild that have both .NET 10 and Node 24 (AWS CodeBuild User Guide, "Available runtimes").</summary>
internal static class BuildImages
{
    /// <summary>For x86-64.</summary>
    public const string X86 = "aws/codebuild/amazonlinux-x86_64-standard:6.0";

    /// <summary>For Arm.</summary>
    public const string Arm64 = "aws/codebuild/amazonlinux-aarch64-standard:4.0";
}
