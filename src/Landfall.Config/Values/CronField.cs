using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>One field of a five-field cron expression.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Min">Smallest number.</param>
/// <param name="Max">Largest number.</param>
/// <param name="Words">Names for numbers from <paramref name="FirstWord"/> on, or empty.</param>
/// <param name="FirstWord">The number of the first name.</param>
internal sealed record CronField(string Name, int Min, int Max, string[] Words, int FirstWord)
{
    /// <summary>Reads the field.</summary>
    /// <param name="text">The field, for example <c>*/15</c>, <c>1-5</c> or <c>mon,wed</c>.</param>
    /// <param name="values">The numbers it stands for, in order; empty for <c>*</c>.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Read(string text, out IReadOnlyList<int> values)
    {
        values = [];
        if (text == "*")
        {
            return null;
        }

        var found = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var slash = part.IndexOf('/');
            var step = 1;
            if (slash >= 0 && (!int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1 || step > Max))
            {
                return $"the step in '{part}' has to be from 1 to {Max}";
            }

            if (!Bounds(slash < 0 ? part : part[..slash], slash >= 0, out var from, out var to))
            {
                return $"the {Name} is '{text}', but has to be from {Min} to {Max}, with '*', lists, ranges and steps";
            }

            for (var value = from; value <= to; value += step)
            {
                found.Add(value);
            }
        }

        values = [.. found];
        return null;
    }

    private bool Bounds(string range, bool stepped, out int from, out int to)
    {
        from = Min;
        to = Max;
        if (range == "*")
        {
            return true;
        }

        var dash = range.IndexOf('-');
        if (dash < 0)
        {
            if (!Number(range, out from))
            {
                return false;
            }

            to = stepped ? Max : from;
            return true;
        }

        return Number(range[..dash], out from) && Number(range[(dash + 1)..], out to) && from <= to;
    }

    private bool Number(string text, out int number)
    {
        var word = Array.FindIndex(Words, candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        number = word + FirstWord;
        return word >= 0
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= Min && number <= Max);
    }
}
