using System.Reflection;

namespace Landfall.Config.Binding;

/// <summary>A key of a section.</summary>
/// <param name="Name">The key in the file's spelling.</param>
/// <param name="Property">The property it is bound to.</param>
/// <param name="Rules">What the property's attribute says.</param>
/// <param name="Value">What the value looks like.</param>
internal sealed record KeyShape(string Name, PropertyInfo Property, KeyAttribute Rules, ValueShape Value);
