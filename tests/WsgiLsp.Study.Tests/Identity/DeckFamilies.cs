using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>Questions about software with answers in sentences, in all kinds; several cards share a subject.</summary>
internal sealed class ProseFamily : DeckFamily
{
    private static readonly string[] Subjects =
        "connection pool,reverse proxy,worker process,event loop,garbage collector,hash table,message queue,load balancer,file descriptor,page cache,write-ahead log,index,transaction,foreign key,session cookie,access token,certificate,firewall,scheduler,thread,mutex,semaphore,compiler,linker,interpreter,type checker,package manager,container image,virtual machine,kernel,system call,signal handler,daemon,socket,buffer,stream,iterator,decorator,closure,middleware,router,template engine,migration,replica,shard,checkpoint,snapshot,rate limiter,circuit breaker,health check".Split(
            ','
        );

    private static readonly string[] Details =
        "under load,during startup,in production,when memory is short,after a crash,on a slow network,with many clients,in a cluster,behind a proxy,at shutdown,in tests,on the first request,with large files,over TLS,in a container".Split(
            ','
        );

    private static readonly string[] OtherDetails =
        "when traffic is high,while starting,in live systems,when memory runs low,once it has crashed,when the network is slow,with lots of clients,inside a cluster,if a proxy stands in front,on shutdown,in test runs,for the first request,for big files,with TLS,inside a container".Split(
            ','
        );

    private static readonly string[] Verbs =
        "keeps,sends,starts,checks,removes,copies,compresses,encrypts,rejects,delays,counts,reuses,splits,merges,locks,logs,sorts,caches,retries,closes".Split(
            ','
        );

    private static readonly string[] Objects =
        "idle connections,open files,large responses,failed requests,stale entries,child processes,pending writes,expired sessions,compiled templates,shared pages,dirty blocks,unused names,incoming packets,long queries,old versions,duplicate keys,broken links,small objects,access rights,static assets,error reports,temporary tables,background jobs,free slots".Split(
            ','
        );

    private static readonly string[] Tails =
        "before the next request arrives,until the master process asks,because memory is limited,so that readers never wait,in every worker,once a minute,after the commit,when a timeout expires,without a lock,in the order of arrival,as soon as the disk is free,unless an administrator forbids it,for each client,at most twice,on another thread,while the cache is warm".Split(
            ','
        );

    private static readonly string[] Frames =
    [
        "What does a {0} do {1}?",
        "What is the role of a {0} {1}?",
        "Why is a {0} useful {1}?",
        "How does a {0} behave {1}?",
        "What should you know about a {0} {1}?",
        "Which task has a {0} {1}?",
    ];

    public override GeneratedCard Make(Random random, int origin)
    {
        var topic = new Topic(Pick(random, Subjects), Pick(random, Details));
        var sentences = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random)).ToImmutableList();
        var card = Recall(origin, Ask(random, topic), topic) with { Answer = sentences };
        return random.Next(20) switch
        {
            < 9 => card,
            < 12 => card with
            {
                Kind = CardKind.Choice,
                Answer = [Sentence(random)],
                Distractors = [Sentence(random), Sentence(random), Sentence(random)],
            },
            < 13 => card with
            {
                Kind = CardKind.Multi,
                Answer = [Sentence(random), Sentence(random)],
                Distractors = [Sentence(random), Sentence(random)],
            },
            < 15 => card with
            {
                Kind = CardKind.Cloze,
                Heading = $"{Capital(topic.Subject)} {topic.Detail}",
                Blanks = [.. sentences.Select((_, i) => (1 + random.Next(2), (origin * 100) + i))],
                HasNumberedBlanks = random.Next(2) == 0,
            },
            < 17 => card with
            {
                Kind = CardKind.TrueFalse,
                Heading = $"A {topic.Subject} {Fact(random)}",
                IsTrue = random.Next(2) == 0,
            },
            < 18 => card with { Kind = CardKind.Explain, Answer = [Fact(random), Fact(random), Fact(random)] },
            < 19 => card with { Kind = CardKind.Typed, Answer = [Pick(random, Objects)] },
            _ => card with { Answer = [Capital(Pick(random, Objects)) + "."], IsReversed = true },
        };
    }

    public override string Reword(Random random, GeneratedCard card)
    {
        if (card.Kind == CardKind.TrueFalse)
        {
            return Vary(random, card.Heading.Replace("A ", "Any ", StringComparison.Ordinal));
        }

        var detail = Array.IndexOf(Details, card.Topic.Detail);
        var topic = detail >= 0 && random.Next(2) == 0 ? card.Topic with { Detail = OtherDetails[detail] } : card.Topic;
        return card.Kind == CardKind.Cloze ? $"About a {topic.Subject} {topic.Detail}" : Ask(random, topic);
    }

    private static string Ask(Random random, Topic topic) =>
        string.Format(null, Pick(random, Frames), topic.Subject, topic.Detail);

    private static string Sentence(Random random) => $"It {Fact(random)}.";

    private static string Fact(Random random) => $"{Pick(random, Verbs)} {Pick(random, Objects)} {Pick(random, Tails)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>Many cards of a few forms, each with a short answer, as decks for memorising have.</summary>
internal sealed class TemplateFamily : DeckFamily
{
    private static readonly string[] Things =
        "HTTP,HTTPS,SSH,FTP,SMTP,DNS,DHCP,IMAP,POP3,LDAP,RDP,VNC,NTP,SNMP,Redis,MySQL,PostgreSQL,MongoDB,Kafka,RabbitMQ,Elasticsearch,Memcached,Cassandra,CouchDB,InfluxDB,Prometheus,Grafana,Consul,etcd,ZooKeeper,Docker,Jenkins,Vault,Nomad,Telnet,Syslog".Split(
            ','
        );

    private static readonly string[][] Frames =
    [
        ["Default port of {0}?", "Which port does {0} use by default?", "{0}: default port?"],
        ["First release of {0}?", "In which year was {0} first released?", "{0}: year of the first release?"],
        ["Home directory of {0}?", "Where does {0} keep its data?", "{0}: data directory?"],
    ];

    public override GeneratedCard Make(Random random, int origin)
    {
        var thing = Pick(random, Things);
        var frame = random.Next(Frames.Length);
        var answer = frame switch
        {
            0 => $"{random.Next(20, 9000)}",
            1 => $"{random.Next(1970, 2024)}",
            _ => $"/var/lib/{thing.ToLowerInvariant()}",
        };
        var card = Recall(origin, string.Format(null, Frames[frame][0], thing), new Topic(thing, $"{frame}"), answer);
        return random.Next(3) == 0 ? card with { Kind = CardKind.Typed } : card;
    }

    public override string Reword(Random random, GeneratedCard card) =>
        string.Format(null, Pick(random, Frames[int.Parse(card.Topic.Detail)]), card.Topic.Subject);

    public override ImmutableList<string> RewordAnswer(Random random, ImmutableList<string> answer) =>
        random.Next(2) == 0 ? [answer[0] + " (default)"] : ["Usually " + answer[0]];
}

/// <summary>“What does this print?” over and over, with code that differs in details.</summary>
internal sealed class CodeFamily : DeckFamily
{
    private static readonly string[] Headings = ["What does this print?", "What is the output?", "What is printed?"];

    private static readonly string[] Names = "items,total,count,name,left,right,queue,index,value,result".Split(',');

    private static readonly string[] Calls = "sorted,reversed,list,len,sum,max,min,set,str,repr,enumerate,zip".Split(
        ','
    );

    public override GeneratedCard Make(Random random, int origin)
    {
        var name = Pick(random, Names);
        var numbers = string.Join(", ", Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(30)));
        var code = $"```python\n{name} = [{numbers}]\nprint({Pick(random, Calls)}({name}))\n```";
        var card = Recall(origin, Headings[0], new Topic(name, ""), $"`[{numbers}]` or so, {random.Next(100)}");
        return card with { Code = code };
    }

    public override string Reword(Random random, GeneratedCard card) => Pick(random, Headings);

    public override ImmutableList<string> RewordAnswer(Random random, ImmutableList<string> answer) =>
        ["It prints " + answer[0]];
}

/// <summary>German: long words, other small ones.</summary>
internal sealed class GermanFamily : DeckFamily
{
    private static readonly string[] Subjects =
        "Verbindungspool,Lastverteiler,Arbeitsprozess,Zwischenspeicher,Dateisystem,Fremdschlüssel,Sitzungscookie,Zertifikat,Nachrichtenschlange,Übersetzer,Kernel,Puffer,Index,Planer,Wächter,Drucker,Schlüsselbund,Bildschirm,Taktgeber,Verteiler,Spiegel,Zeiger,Stapel,Baum,Rechner,Zufallsgenerator,Kalender,Sensor".Split(
            ','
        );

    private static readonly string[] Details =
        "unter Last,beim Start,im Betrieb,nach einem Absturz,bei vielen Nutzern,im Test".Split(',');

    private static readonly string[] Facts =
        "behält offene Verbindungen,schickt große Antworten weiter,prüft abgelaufene Sitzungen,verwirft alte Einträge,zählt fehlerhafte Anfragen,sortiert wartende Aufträge,sperrt doppelte Schlüssel,schreibt geänderte Seiten,misst die Temperatur,vergleicht zwei Fassungen,löscht leere Ordner,zeichnet einen Kreis,meldet einen Fehler,wechselt den Benutzer,verkürzt lange Namen".Split(
            ','
        );

    private static readonly string[] Tails =
        "bevor die nächste Anfrage kommt,weil der Speicher knapp ist,sobald die Platte frei ist,ohne zu warten,in jedem Prozess,einmal pro Minute,nach dem Abschluss,am Wochenende,auf Befehl,bei jedem Zugriff,ohne Rückfrage,mit halber Kraft".Split(
            ','
        );

    private static readonly string[] Frames =
    [
        "Was macht der {0} {1}?",
        "Welche Aufgabe hat der {0} {1}?",
        "Wozu dient der {0} {1}?",
    ];

    public override GeneratedCard Make(Random random, int origin)
    {
        var topic = new Topic(Pick(random, Subjects), Pick(random, Details));
        return Recall(origin, Ask(random, topic), topic, Sentence(random), Sentence(random));
    }

    public override string Reword(Random random, GeneratedCard card) => Ask(random, card.Topic);

    private static string Ask(Random random, Topic topic) =>
        string.Format(null, Pick(random, Frames), topic.Subject, topic.Detail);

    private static string Sentence(Random random) => $"Er {Pick(random, Facts)}, {Pick(random, Tails)}.";
}

/// <summary>Japanese: no spaces between words.</summary>
internal sealed class JapaneseFamily : DeckFamily
{
    private static readonly string[] Subjects =
        "接続プール,逆プロキシ,作業プロセス,文字列,配列,索引,鍵,証明書,待ち行列,編集器,仮想機械,信号,木構造,乱数,画面,写真,電源,回路,辞書,記憶域,利用者,管理者,表計算,通信路,検査官,図書館,天気予報,時計".Split(
            ','
        );

    private static readonly string[] Facts =
        "古い項目を削除する,新しい要求を送る,大きな応答を圧縮する,空き領域を数える,開いた接続を保持する,失敗を記録する,重複を拒否する,順番に並べる,暗号を解く,温度を測る,色を変える,地図を描く,手紙を書く,音を消す,速度を上げる,距離を比べる".Split(
            ','
        );

    private static readonly string[] Tails =
        "毎分,起動時に,終了前に,高負荷時に,必要な場合だけ,別の流れで,夜間に,週末だけ,雨の日に,起床後,二回目から".Split(
            ','
        );

    private static readonly string[] Frames = ["{1}の{0}は何をするか?", "{0}の{1}における役割は?", "{1}に使う{0}とは?"];

    public override GeneratedCard Make(Random random, int origin)
    {
        var topic = new Topic(Pick(random, Subjects), Pick(random, Tails));
        return Recall(origin, Ask(random, topic), topic, Sentence(random), Sentence(random));
    }

    public override string Reword(Random random, GeneratedCard card) => Ask(random, card.Topic);

    private static string Ask(Random random, Topic topic) =>
        string.Format(null, Pick(random, Frames), topic.Subject, topic.Detail);

    private static string Sentence(Random random) => $"{Pick(random, Tails)}{Pick(random, Facts)}。";
}

/// <summary>Terms as headings, some alike, with one-line definitions and both ways round.</summary>
internal sealed class GlossaryFamily : DeckFamily
{
    private static readonly string[] First =
        "static,dynamic,implicit,explicit,shared,private,public,virtual,abstract,lazy,eager,strong,weak,local,global,nested,sealed,partial,optional,generic,atomic,volatile,mutable,pure,recursive,anonymous,inline,external,default,final".Split(
            ','
        );

    private static readonly string[] Second =
        "binding,linking,typing,method,variable,reference,evaluation,scope,import,lock,class,function,field,constant,module,interface,buffer,channel,operator,record,pointer,queue,handler,block,loop".Split(
            ','
        );

    private static readonly string[] When =
        "at compile time,at run time,on first use,for all callers,within a block,by the loader,during a call,after the return,on every access,per thread,once a module is loaded".Split(
            ','
        );

    private static readonly string[] What =
        "a name is resolved,a value is computed,memory is reserved,access is granted,a type is checked,a copy is made,an exception is raised,a lock is taken,a reference is counted,a result is kept,a branch is chosen,an object is freed".Split(
            ','
        );

    public override GeneratedCard Make(Random random, int origin)
    {
        var term = $"{Pick(random, First)} {Pick(random, Second)}";
        var card = Recall(origin, term, new Topic(term, ""), $"When {Pick(random, What)} {Pick(random, When)}.");
        return card with { IsReversed = random.Next(3) == 0 };
    }

    public override string Reword(Random random, GeneratedCard card) =>
        Pick(random, [card.Topic.Subject, $"What is {card.Topic.Subject}?", $"{card.Topic.Subject} (term)"]);

    public override ImmutableList<string> RewordAnswer(Random random, ImmutableList<string> answer) =>
        [answer[0].Replace("When", Pick(random, ["Means that", "Says that", "When"]), StringComparison.Ordinal)];
}
