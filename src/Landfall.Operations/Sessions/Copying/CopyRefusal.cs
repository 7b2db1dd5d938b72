using System.Globalization;
using Landfall.Config;
using Landfall.Config.Loading;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>Why the other end of a copy would not.</summary>
internal static class CopyRefusal
{
    /// <summary>Says it to a person.</summary>
    /// <param name="said">What the other end said.</param>
    /// <returns>The error.</returns>
    public static LandfallException Of(CopyLine said) => said.Word switch
    {
        "is-folder" => Error("There is a folder of that name in the container. Files are copied one at a time: pack it ('landfall exec SERVICE \"tar -czf /tmp/packed.tgz FOLDER\"'), or name a file."),
        "is-missing" => Error("There is no such file in the container. 'landfall exec SERVICE \"ls -l FOLDER\"' shows what there is."),
        "is-special" => Error("That is a device, a socket or a pipe, and not a file."),
        "is-closed" => Error("The container's user may not do that there, or its disk is full or read-only."),
        "is-there" => Error($"'{Legible.Line(said.Rest)}' is in the container already. Write over it with '--force'."),
        "is-broken" => new LandfallException(ErrorCodes.CopyBroken, string.Create(CultureInfo.InvariantCulture, $"{said.Number} bytes arrived in the container, which are not the file. It was removed there. Try again.")),
        _ => new LandfallException(ErrorCodes.CopyBroken, $"The container said something unexpected: '{Legible.Line(said.Word)}'. Nothing was kept."),
    };

    private static LandfallException Error(string message) => new(ErrorCodes.CopyFile, message);
}
