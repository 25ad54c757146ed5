using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Application.People.Importing;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>An error in an input names a field that the mutation's input has, whatever the domain calls it.</summary>
public sealed partial class CommandFieldTests
{
    /// <summary>Fields that refusals name of all inputs together.</summary>
    private static readonly string[] OfAll = ["input", "idempotencyKey", "dryRun"];

    /// <summary>These tell the refusals of single rows by the columns of their file.</summary>
    private static readonly Type[] OfFiles = [typeof(ImportStaff), typeof(ImportAttendance)];

    private static readonly Dictionary<string, string> Inputs = InputType()
        .Matches(File.ReadAllText(SchemaFile()))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["fields"].Value);

    public static TheoryData<string> Commands =>
        [.. CommandErrorTests.Commands.Where(name => !OfFiles.Any(command => command.Name == name))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Errors_name_fields_of_the_input(string name)
    {
        var (command, handler) = CommandErrorTests.Handlers.Single(pair => pair.Command.Name == name);
        var allowed = FieldsOf(command.Name + "Input").Concat(OfAll).ToHashSet();
        var named = CommandErrorTests
            .Walk.FieldsOf(handler, typeof(CommandHandler<,,>))
            .Concat(Validated(command))
            .Select(field => Index().Replace(field, ""))
            .SelectMany(field => field.Split('.'))
            .Where(field => field.Length > 0)
            .Distinct();
        named.Where(field => !allowed.Contains(field)).ShouldBeEmpty($"fields of {command.Name}Input");
    }

    [Fact]
    public void Fields_are_found_in_code_and_in_validators()
    {
        var all = CommandErrorTests.Handlers.SelectMany(pair =>
            CommandErrorTests.Walk.FieldsOf(pair.Handler, typeof(CommandHandler<,,>))
        );
        all.Distinct().Count().ShouldBeGreaterThan(60);
        CommandErrorTests
            .Handlers.SelectMany(pair => Validated(pair.Command))
            .Distinct()
            .Count()
            .ShouldBeGreaterThan(60);
    }

    /// <summary>The properties that the validators of a command check, as its errors name them.</summary>
    private static IEnumerable<string> Validated(Type command) =>
        from type in typeof(CommandSession).Assembly.GetTypes()
        where !type.IsAbstract && type.IsAssignableTo(typeof(IValidator<>).MakeGenericType(command))
        from rule in ((IValidator)Make(type)).CreateDescriptor().Rules
        where rule.PropertyName is { Length: > 0 }
        select FirstLetter().Replace(rule.PropertyName, match => match.Value.ToLowerInvariant());

    /// <summary>A validator without what it asks while it checks.</summary>
    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke(new object?[constructor.GetParameters().Length]);
    }

    /// <summary>The fields of an input type, and those of the types of these.</summary>
    private static IEnumerable<string> FieldsOf(string type) =>
        Inputs.TryGetValue(type, out var fields)
            ? Field()
                .Matches(fields)
                .SelectMany(match => FieldsOf(match.Groups["type"].Value).Prepend(match.Groups["name"].Value))
            : [];

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Api", "schema.graphql");

    [GeneratedRegex(@"^input (?<name>\w+) \{(?<fields>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex InputType();

    [GeneratedRegex(@"^  (?<name>\w+): \[?(?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"(?<=^|\.)\p{Lu}")]
    private static partial Regex FirstLetter();
}
