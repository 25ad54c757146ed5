using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>How the values of a request are given.</summary>
internal enum GivenAs
{
    Literals,

    /// <summary>Each argument as one variable.</summary>
    Variables,

    /// <summary>Any part of an argument, down to single values.</summary>
    Parts,

    /// <summary>As default values of variables that are not given.</summary>
    Defaults,
}

/// <summary>Writes a request: the document, and the variables beside it.</summary>
internal sealed class RequestText(GivenAs mode, Random dice)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<string> declared = [];
    private readonly List<string> fragments = [];
    private readonly Dictionary<string, object?> variables = [];

    public (string Query, Dictionary<string, object?> Variables) Write(IEnumerable<Asked> selected)
    {
        var selection = Selection(selected);
        var head = declared.Count == 0 ? "query " : $"query ({string.Join(", ", declared)}) ";
        return ($"{head}{selection} {string.Join(' ', fragments)}".Trim(), variables);
    }

    private string Selection(IEnumerable<Asked> selected) => $"{{ {string.Join(' ', selected.Select(One))} }}";

    private string One(Asked asked)
    {
        switch (asked)
        {
            case AskedField field:
                var name = field.Key == field.Name ? field.Name : $"{field.Key}: {field.Name}";
                var arguments = field
                    .Arguments.Select(argument => $"{argument.Name}: {Argument(argument.Value)}")
                    .ToList();
                var given = arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
                return $"{name}{given}{If(field.If)}{(field.Below.Count == 0 ? "" : $" {Selection(field.Below)}")}";
            case AskedFragment { Name: null } inline:
                return $"... on {inline.On}{If(inline.If)} {Selection(inline.Below)}";
            case AskedFragment fragment:
                fragments.Add($"fragment {fragment.Name} on {fragment.On} {Selection(fragment.Below)}");
                return $"...{fragment.Name}{If(fragment.If)}";
            default:
                throw new ArgumentException(asked.ToString(), nameof(asked));
        }
    }

    private string If(AskedIf? condition)
    {
        if (condition is null)
            return "";
        var value = condition.IsVariable
            ? Declare("Boolean!", condition.Holds)
            : condition.Holds.ToString().ToLowerInvariant();
        return $" @{condition.Directive}(if: {value})";
    }

    private string Argument(Given value) =>
        mode is GivenAs.Variables or GivenAs.Defaults && !value.HasMissing ? Variable(value) : Literal(value);

    private string Literal(Given value)
    {
        if (value is GivenMissing)
            return Declare(value.Type.TrimEnd('!'));
        if (mode == GivenAs.Parts && !value.HasMissing && dice.Next(6) == 0)
            return Variable(value);
        return value switch
        {
            GivenObject input =>
                $"{{ {string.Join(", ", input.Members.Select(member => $"{member.Name}: {Literal(member.Value)}"))} }}",
            GivenList { Items: [GivenObject single] } when mode != GivenAs.Parts && dice.Next(8) == 0 => Literal(
                single
            ),
            GivenList list => $"[{string.Join(", ", list.Items.Select(Literal))}]",
            GivenValue one => Scalar(one.Value),
            _ => throw new ArgumentException(value.ToString(), nameof(value)),
        };
    }

    private string Variable(Given value)
    {
        if (mode != GivenAs.Defaults || value.IsNull)
            return Declare(value.Type, Json(value));
        var name = $"v{declared.Count}";
        declared.Add($"${name}: {value.Type.TrimEnd('!')} = {Literal(value)}");
        return $"${name}";
    }

    private string Declare(string type)
    {
        declared.Add($"$v{declared.Count}: {type}");
        return $"$v{declared.Count - 1}";
    }

    private string Declare(string type, object? value)
    {
        var name = Declare(type);
        variables[name[1..]] = value;
        return name;
    }

    private static string Scalar(object? value) =>
        value switch
        {
            null => "null",
            EnumWord word => word.Word,
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            var other => JsonSerializer.Serialize((string)Told.Of(other)!, Plain),
        };

    private static object? Json(Given value) =>
        value switch
        {
            GivenObject input => input.Members.ToDictionary(member => member.Name, member => Json(member.Value)),
            GivenList list => list.Items.Select(Json).ToList(),
            GivenValue { Value: int or decimal or bool or null } plain => plain.Value,
            GivenValue one => Told.Of(one.Value),
            _ => throw new ArgumentException(value.ToString(), nameof(value)),
        };
}
