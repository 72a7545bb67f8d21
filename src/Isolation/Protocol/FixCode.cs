using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Fixes that policies propose.</summary>
internal static class FixCode
{
    private enum Shape
    {
        Text,
        List,
        Map,
    }

    public static void Write(PayloadWriter writer, Fix fix)
    {
        writer.Text(fix.Place.File);
        writer.Number(fix.Place.Document);
        EstatePlaces.WriteSteps(writer, fix.Place);
        writer.Number((int)fix.Operation);
        Write(writer, fix.Value);
    }

    /// <summary>A fix may only be for a document of the estate.</summary>
    public static Fix Read(PayloadReader reader, EstatePlaces places)
    {
        Node place = places.Read(reader);
        return new(place.Route, (FixOperation)reader.Choice((int)FixOperation.Append), ReadValue(reader));
    }

    private static void Write(PayloadWriter writer, FixValue value)
    {
        switch (value)
        {
            case FixValue.Text text:
                writer.Number((int)Shape.Text);
                writer.Text(text.Value);
                writer.Flag(text.IsString);
                break;
            case FixValue.List list:
                writer.Number((int)Shape.List);
                writer.Many(list.Items, Write);
                break;
            case FixValue.Map map:
                writer.Number((int)Shape.Map);
                writer.Many(map.Fields, (to, field) =>
                {
                    to.Text(field.Key);
                    Write(to, field.Value);
                });
                break;
        }
    }

    private static FixValue ReadValue(PayloadReader reader) => (Shape)reader.Choice((int)Shape.Map) switch
    {
        Shape.Text => new FixValue.Text(reader.Text(), reader.Flag()),
        Shape.List => new FixValue.List(reader.Many(ReadValue)),
        _ => new FixValue.Map(reader.Many(from => KeyValuePair.Create(from.Text(), ReadValue(from)))),
    };
}
