namespace Landfall.Config.Model;

/// <summary>What days of the week look like in the file.</summary>
internal static class WeekDayPattern
{
    private const string Day = "(mon|tue|wed|thu|fri|sat|sun)";

    public const string Text = Day + "(-" + Day + ")?(," + Day + "(-" + Day + ")?)*";

    public const string Meaning = "days such as mon-fri or mon,wed,fri";
}
