namespace Landfall.AIOps.Logs;

/// <summary>What a parameter of a log template stands for. Several can be combined: a position may hold both names and addresses.</summary>
[Flags]
public enum LogParameterKind
{
    /// <summary>Nothing was seen yet.</summary>
    None = 0,

    /// <summary>A whole number, with or without a sign.</summary>
    Integer = 1 << 0,

    /// <summary>A number with a decimal point.</summary>
    Decimal = 1 << 1,

    /// <summary>A hexadecimal number or digest.</summary>
    Hex = 1 << 2,

    /// <summary>An IPv4 or IPv6 address.</summary>
    Ip = 1 << 3,

    /// <summary>A hardware address, six or more pairs of hexadecimal digits.</summary>
    Mac = 1 << 4,

    /// <summary>A UUID.</summary>
    Uuid = 1 << 5,

    /// <summary>A file path, POSIX or Windows.</summary>
    Path = 1 << 6,

    /// <summary>What follows the scheme of a URL.</summary>
    Url = 1 << 7,

    /// <summary>A host name with at least three labels.</summary>
    Host = 1 << 8,

    /// <summary>An identifier in which letters and digits mix, or the numbered tail of one such as <c>job_2015_0020</c>.</summary>
    Identifier = 1 << 9,

    /// <summary>A number with a unit of time.</summary>
    Duration = 1 << 10,

    /// <summary>A number with a unit of size.</summary>
    Size = 1 << 11,

    /// <summary>A word that varies although nothing in its form says so, such as a user name.</summary>
    Word = 1 << 12,

    /// <summary>Part of a date or time that is written with the names of days or months.</summary>
    Timestamp = 1 << 13,

    /// <summary>A unit that changes with the size of its number, such as <c>KB</c>.</summary>
    Unit = 1 << 14,

    /// <summary>A truth value or null.</summary>
    Flag = 1 << 15,
}
