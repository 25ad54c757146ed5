using System.Globalization;
using System.Numerics;
using System.Text;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>Writes what the signature of an operation's variables contains of a value.</summary>
internal static class VariableSignature
{
    private const int LongList = 32;

    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The shape of a value: what is null, and what stands in statements.</summary>
    public static void Write(StringBuilder signature, object? value)
    {
        switch (value)
        {
            case null:
                signature.Append('0');
                break;
            case bool truth:
                signature.Append(truth ? 't' : 'f');
                break;
            case Enum chosen:
                signature.Append('\'').Append(chosen).Append('\'');
                break;
            case IReadOnlyDictionary<string, object?> members:
                signature.Append('{');
                foreach (var (name, member) in members)
                {
                    signature.Append(name).Append(':');
                    Write(signature, member);
                    signature.Append(',');
                }

                signature.Append('}');
                break;
            case IEnumerable<object?> items:
                WriteItems(signature, items);
                break;
            default:
                signature.Append('.');
                break;
        }
    }

    /// <summary>
    /// Lists of plain values contribute whether they contain nulls and, as the cost depends on it, the magnitude of their length
    /// if they are long.
    /// </summary>
    private static void WriteItems(StringBuilder signature, IEnumerable<object?> items)
    {
        signature.Append('[');
        var (anyNull, plain) = (false, 0u);
        foreach (var item in items)
        {
            if (item is IEnumerable<KeyValuePair<string, object?>> or Enum or bool)
                Write(signature, item);
            else if (item is null)
                anyNull = true;
            else
                plain++;
        }

        signature.Append(anyNull ? "0" : "").Append(plain > 0 ? "." : "");
        if (plain >= LongList)
            signature.Append(CultureInfo.InvariantCulture, $"*{BitOperations.Log2(plain)}");
        signature.Append(']');
    }

    /// <summary>The numbers of items in the input of a mutation.</summary>
    public static void WriteCounts(StringBuilder signature, object? value)
    {
        if (value is IReadOnlyList<object?> items)
            signature.Append(CultureInfo.InvariantCulture, $"*{items.Count}");
        foreach (var (name, member) in value as IReadOnlyDictionary<string, object?> ?? None)
        {
            if (member is IReadOnlyList<object?> inner)
                signature.Append(CultureInfo.InvariantCulture, $"{name}*{inner.Count},");
        }
    }

    /// <summary>The types of ids, and their number.</summary>
    public static void WriteTypes(StringBuilder signature, object? value)
    {
        var ids = value as IReadOnlyList<object?> ?? [value];
        foreach (var type in ids.Select(TypeOf).Distinct().Order(StringComparer.Ordinal))
            signature.Append('#').Append(type);
        signature.Append(CultureInfo.InvariantCulture, $"*{ids.Count}");
    }

    /// <summary>The type in an id; empty if the id is malformed.</summary>
    public static string TypeOf(object? id) =>
        id is string text && NodeId.TryParse(text, out var node) ? node.TypeName : "";
}
