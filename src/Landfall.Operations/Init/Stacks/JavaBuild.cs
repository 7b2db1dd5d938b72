using System.Text.RegularExpressions;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A Java program that Maven or Gradle builds.</summary>
internal sealed partial class JavaBuild(string folder)
{
    private const string Newest = "21";
    private static readonly string[] Gradle = ["build.gradle", "build.gradle.kts"];

    /// <summary>The files that tell that a folder is one.</summary>
    public static IReadOnlyList<string> Files { get; } = ["pom.xml", .. Gradle];

    /// <summary>The version of Java that it is built for.</summary>
    public string Version => Release().Match(string.Concat(Files.Select(Read))) is { Success: true } match
        ? match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value
        : Newest;

    /// <summary>The image that builds it.</summary>
    public string Image => IsMaven ? $"public.ecr.aws/docker/library/maven:3-eclipse-temurin-{Version}" : $"public.ecr.aws/docker/library/gradle:8-jdk{Version}";

    /// <summary>The command that builds it, with the project's own wrapper where it has one.</summary>
    public string Command => IsMaven
        ? $"{(Has("mvnw") ? "sh ./mvnw" : "mvn")} --batch-mode -DskipTests package"
        : $"{(Has("gradlew") ? "sh ./gradlew" : "gradle")} --no-daemon build -x test";

    /// <summary>Where the archives are.</summary>
    public string Output => IsMaven ? "target" : "build/libs";

    /// <summary>True for Spring Boot with its health endpoint.</summary>
    public bool HasActuator => Files.Any(file => Read(file).Contains("spring-boot-starter-actuator", StringComparison.Ordinal));

    private bool IsMaven => Has("pom.xml");

    private bool Has(string file) => File.Exists(Path.Combine(folder, file));

    private string Read(string file) => Has(file) ? File.ReadAllText(Path.Combine(folder, file)) : "";

    [GeneratedRegex(@"<java\.version>(\d+)|<maven\.compiler\.(?:release|target)>(\d+)|<release>(\d+)|JavaLanguageVersion\.of\((\d+)\)|VERSION_(\d+)")]
    private static partial Regex Release();
}
