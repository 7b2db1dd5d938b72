using System.Text;
using Landfall.Config;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Specs;

/// <summary>The folder <c>specs</c> of a project: a folder for each feature, with its requirements, its design and its tasks.</summary>
/// <param name="root">The project's folder.</param>
internal sealed class SpecFolder(string root)
{
    public const string Requirements = "requirements.md";
    public const string Design = "design.md";
    public const string Tasks = "tasks.md";
    private const string Specs = "specs";
    private const int MostBytes = 256 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The features that have requirements, in order of name.</summary>
    public IReadOnlyList<string> Features => Directory.Exists(Path.Combine(root, Specs))
        ? [.. Directory.GetDirectories(Path.Combine(root, Specs)).Where(folder => File.Exists(Path.Combine(folder, Requirements))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The features to look at.</summary>
    /// <param name="feature">The only one, or null for all.</param>
    /// <returns>Their names.</returns>
    /// <exception cref="LandfallException">There is none, or not that one.</exception>
    public IReadOnlyList<string> Chosen(string? feature)
    {
        var all = Features;
        if (feature is not null && !all.Contains(feature))
            throw new LandfallException(ErrorCodes.SpecUnknown, $"There is no specification of '{feature}' in '{Path.Combine(root, Specs)}'{(all.Count > 0 ? $": there are {string.Join(", ", all)}" : "")}. 'landfall spec new {feature}' begins one.");
        return feature is not null ? [feature]
            : all.Count > 0 ? all
            : throw new LandfallException(ErrorCodes.SpecUnknown, $"There is no specification in '{Path.Combine(root, Specs)}'. 'landfall spec new <feature>' begins one.");
    }

    /// <summary>How people call a file: from the project's folder.</summary>
    public static string NameOf(string feature, string file) => $"{Specs}/{feature}/{file}";

    /// <summary>Where a file is.</summary>
    public string PathOf(string feature, string file) => Path.Combine(root, Specs, feature, file);

    /// <summary>Reads a file.</summary>
    /// <returns>Its text; null where there is none.</returns>
    /// <exception cref="LandfallException">It is too large, or no text.</exception>
    public string? Read(string feature, string file)
    {
        var path = PathOf(feature, file);
        if (!File.Exists(path))
            return null;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw new LandfallException(ErrorCodes.SpecUnreadable, $"'{path}' is larger than {MostBytes / 1024} KiB. Divide the feature.");
            var text = Strict.GetString(File.ReadAllBytes(path));

            // What a report shows of it goes to a terminal, which would obey them.
            var control = text.ToList().FindIndex(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'));
            return control < 0 ? text : throw new LandfallException(ErrorCodes.SpecUnreadable, $"'{path}' has a control character in line {text.AsSpan(0, control).Count('\n') + 1}. Take it out.");
        }
        catch (DecoderFallbackException e)
        {
            throw new LandfallException(ErrorCodes.SpecUnreadable, $"'{path}' is not UTF-8 text. Save it as UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.SpecUnreadable, $"'{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="LandfallException">It cannot be written.</exception>
    public void Write(string feature, string file, string text)
    {
        var path = PathOf(feature, file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.SpecNotWritten, $"'{path}' cannot be written: {e.Message}", e);
        }
    }
}
