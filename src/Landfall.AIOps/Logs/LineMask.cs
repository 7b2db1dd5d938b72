namespace Landfall.AIOps.Logs;

/// <summary>
/// Replaces what is a value by its form with a marker: numbers, addresses, paths, identifiers. One pass, no allocation.
/// The rules know forms that every system shares and nothing about any one system.
/// </summary>
internal ref struct LineMask
{
    /// <summary>Stands for a value. A private-use character; an input character equal to it is replaced by U+FFFD.</summary>
    public const char Marker = '\uE000';

    /// <summary>Stands for digits that follow a letter directly, as in <c>eth0</c>: a value only once it has varied.</summary>
    public const char SoftMarker = '\uE001';

    private readonly ReadOnlySpan<char> _line;
    private readonly Span<char> _text;
    private readonly Span<MaskedValue> _values;
    private int _length;
    private int _count;

    private LineMask(ReadOnlySpan<char> line, Span<char> text, Span<MaskedValue> values)
    {
        _line = line;
        _text = text;
        _values = values;
    }

    /// <summary>Masks <paramref name="line"/> into <paramref name="text"/>, which must be at least as long.</summary>
    /// <returns>How much of <paramref name="text"/> and of <paramref name="values"/> was written.</returns>
    public static (int Length, int Values) Apply(ReadOnlySpan<char> line, Span<char> text, Span<MaskedValue> values)
    {
        var mask = new LineMask(line, text, values);
        mask.Run();
        return (mask._length, mask._count);
    }

    private void Run()
    {
        var i = 0;
        while (i < _line.Length)
        {
            var c = _line[i];
            if (char.IsAsciiLetterOrDigit(c))
                i = AtAlphanumeric(i);
            else if (c == '/' && !FollowsWord(i) && PathForm.Match(_line, i) is var path and > 0)
                i = TakePath(i, path);
            else if (c == '\\' && !FollowsWord(i) && PathForm.MatchBackslashed(_line, i) is var share and > 0)
                i = Take(i, share, LogParameterKind.Path);
            else if (c == ':' && UrlForm.Match(_line, i) is var url and > 0)
                i = TakeUrl(i, url);
            else if (c is '-' or '+' && SignedNumber(i))
                i = TakeNumber(i, i + 1);
            else if (c == ':' && AddressForm.MatchIpV6(_line, i) is var v6 and > 0 && !FollowsWord(i))
                i = Take(i, v6, LogParameterKind.Ip);
            else
                i = Copy(i, 1);
        }
    }

    private int AtAlphanumeric(int i)
    {
        var end = i;
        var digits = 0;
        while (end < _line.Length && char.IsAsciiLetterOrDigit(_line[end]))
        {
            if (char.IsAsciiDigit(_line[end]))
                digits++;
            end++;
        }

        var kind = LogParameterKind.Ip;
        if (digits == end - i && end < _line.Length && _line[end] == '.' && !FollowsName(i)
            && AddressForm.MatchIpV4(_line, i) is var v4 and > 0)
        {
            return Take(i, v4, kind);
        }

        if (!FollowsWord(i) && end < _line.Length && StructuredLength(i, end, out kind) is var length and > 0)
            return Take(i, length, kind);
        if (digits == 0)
            return Copy(i, end - i);
        if (digits == end - i)
            return TakeNumber(i, i);
        if (AlphanumericForm.IsWhole(_line[i..end], digits, i > 0 ? _line[i - 1] : ' ', out kind))
            return Take(i, end - i, kind);
        return TakeMixed(i, end);
    }

    /// <summary>Forms that reach over punctuation: addresses, UUIDs, host names, drive and relative paths.</summary>
    private readonly int StructuredLength(int i, int end, out LogParameterKind kind)
    {
        var next = _line[end];
        kind = LogParameterKind.Identifier;
        if (next == ':' && end - i == 4 && AddressForm.MatchPci(_line, i) is var pci and > 0)
            return pci;
        kind = LogParameterKind.Mac;
        if (next is ':' && end - i == 2 && AddressForm.MatchMac(_line, i) is var mac and > 0)
            return mac;
        kind = LogParameterKind.Ip;
        if (next == ':' && end - i <= 4 && AddressForm.MatchIpV6(_line, i) is var v6 and > 0)
            return v6;
        kind = LogParameterKind.Uuid;
        if (next == '-' && end - i == 8 && UuidForm.Match(_line, i))
            return UuidForm.Length;
        kind = LogParameterKind.Host;
        if (next is '.' or '-' && HostForm.Match(_line, i) is var host and > 0)
            return host;
        kind = LogParameterKind.Path;
        return next is ':' or '/' ? PathForm.MatchUnrooted(_line, i, end) : 0;
    }

    /// <summary>Letters and digits in one run: each run of digits is a soft value, or a hard one where a unit or version shows it.</summary>
    private int TakeMixed(int i, int end)
    {
        while (i < end)
        {
            if (!char.IsAsciiDigit(_line[i]))
            {
                i = Copy(i, 1);
                continue;
            }

            var stop = i;
            while (stop < end && char.IsAsciiDigit(_line[stop]))
                stop++;
            if (i == 0 || !char.IsAsciiLetter(_line[i - 1]) || AlphanumericForm.IsVersionPrefix(_line, i))
            {
                i = stop == end ? TakeNumber(i, i) : Take(i, stop - i, LogParameterKind.Integer);
                continue;
            }

            i = Put(i, stop - i, LogParameterKind.Integer, soft: true);
        }

        return i;
    }

    private int TakeNumber(int start, int digits)
    {
        var end = digits;
        while (end < _line.Length && char.IsAsciiDigit(_line[end]))
            end++;
        if (start > 0 && _line[start - 1] == ':' && SourceForm.EndsInFile(_line[..(start - 1)]))
            return Put(start, end - start, LogParameterKind.Integer, soft: true);
        if (digits > 0 && IdentifierForm.Tail(_line, digits, end) is var tail && tail > end)
            return Take(start, tail - start, LogParameterKind.Identifier);
        if (NumberForm.IsDecimal(_line, digits, end, out var stop))
            return Take(start, stop - start, LogParameterKind.Decimal);
        return Take(start, end - start, LogParameterKind.Integer);
    }

    /// <summary>A path whose last name is numbered keeps that name: <c>/data/part-00012</c> is a path and a number.</summary>
    private int TakePath(int start, int length)
    {
        var number = PathForm.TrailingNumber(_line.Slice(start, length));
        if (number == 0)
            return Take(start, length, LogParameterKind.Path);
        var name = _line.Slice(start, length).LastIndexOf('/');
        Copy(start, 1);
        Take(start + 1, name - 1, LogParameterKind.Path);
        Copy(start + name, number - name);
        return Take(start + number, length - number, LogParameterKind.Identifier);
    }

    private int TakeUrl(int colon, int length)
    {
        Copy(colon, 3);
        return Take(colon + 3, length - 3, LogParameterKind.Url);
    }

    private readonly bool SignedNumber(int i) =>
        i + 1 < _line.Length && char.IsAsciiDigit(_line[i + 1])
        && (i == 0 || !char.IsAsciiLetterOrDigit(_line[i - 1])) && (i == 0 || _line[i - 1] is not ('-' or '+' or ')' or ']'));

    private readonly bool FollowsName(int i) => i > 0 && (char.IsLetterOrDigit(_line[i - 1]) || _line[i - 1] is '_' or '.');

    private readonly bool FollowsWord(int i) => i > 0 && (char.IsLetterOrDigit(_line[i - 1]) || _line[i - 1] is '_' or '-' or '.' or '/' or '\\');

    private int Copy(int i, int length)
    {
        for (var end = i + length; i < end; i++)
            _text[_length++] = _line[i] is Marker or SoftMarker ? '\uFFFD' : _line[i];
        return i;
    }

    private int Take(int start, int length, LogParameterKind kind) => Put(start, length, kind, soft: false);

    private int Put(int start, int length, LogParameterKind kind, bool soft)
    {
        if (_count == _values.Length)
            return Copy(start, length);
        _values[_count++] = new MaskedValue(start, length, kind, soft);
        _text[_length++] = soft ? SoftMarker : Marker;
        return start + length;
    }
}
