using System.Text.RegularExpressions;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A Ruby program with a Gemfile.</summary>
internal sealed partial class RubyProject(string folder)
{
    private const string Newest = "3.4";
    private static readonly string[] Usual = ["app.rb", "main.rb", "server.rb"];

    /// <summary>The version of Ruby that it asks for.</summary>
    public string Version => Release().Match(Read(".ruby-version")) is { Success: true } own ? own.Groups[1].Value
        : Wanted().Match(Read("Gemfile")) is { Success: true } match ? match.Groups[1].Value
        : Newest;

    /// <summary>True for Rails, which compiles its assets beforehand.</summary>
    public bool IsRails => File.Exists(Path.Combine(folder, "config/application.rb"));

    /// <summary>The command that starts it.</summary>
    public IReadOnlyList<string> Start(int port) =>
        Read("Gemfile").Contains("puma", StringComparison.Ordinal) ? ["bundle", "exec", "puma", "--bind", $"tcp://0.0.0.0:{port}"]
        : IsRails ? ["bundle", "exec", "rails", "server", "--binding", "0.0.0.0", "--port", $"{port}"]
        : File.Exists(Path.Combine(folder, "config.ru")) ? ["bundle", "exec", "rackup", "--host", "0.0.0.0", "--port", $"{port}"]
        : ["bundle", "exec", "ruby", Usual.FirstOrDefault(file => File.Exists(Path.Combine(folder, file))) ?? Usual[0]];

    private string Read(string file) => File.Exists(Path.Combine(folder, file)) ? File.ReadAllText(Path.Combine(folder, file)) : "";

    [GeneratedRegex(@"(\d+\.\d+)")]
    private static partial Regex Release();

    [GeneratedRegex(@"^\s*ruby\s+[""'][^\d""']*(\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Wanted();
}
