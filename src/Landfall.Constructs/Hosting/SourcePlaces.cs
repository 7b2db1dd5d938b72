using System.Diagnostics;

namespace Landfall.Constructs.Hosting;

/// <summary>
/// The lines of a user's own constructs that an exception has come through: only what was built from sources on this
/// machine knows its files, and neither Landfall's package nor the CDK's does.
/// </summary>
internal static class SourcePlaces
{
    public static IReadOnlyList<string> Of(Exception exception) =>
        [.. new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileName() is not null)
            .Select(frame => $"{frame.GetFileName()}:{frame.GetFileLineNumber()}")];
}
