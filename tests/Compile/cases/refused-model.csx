object Another() => new Estate([]); //~ PG0201 new Estate
object Documents() => new Document("", 0, null!); //~ PG0201 'Document'
object Parameters() => PolicyGate.Model.Governance.CompiledName.Of("x"); //~ PG0201 the gate decides which policies apply
void Work() => PolicyGate.Model.Workers.ForEach(3, _ => { }); //~ PG0201 a policy has one thread; use a loop
object Gate1() => Gate.Open; //~ PG0201 the report is made after policies have spoken
Fix Edited(Fix fix) => fix with { Edits = [] }; //~ PG0201
object Judged(Policy policy, Subject subject) => policy.Judge(subject, null); //~ PG0201 it is the gate that runs policies
